"""The script that makes the list of places, on a package of a few rows."""

from __future__ import annotations

import io
import lzma
import subprocess
import sys
import tarfile
from pathlib import Path

SCRIPT = Path(__file__).parent.parent.parent / "tools" / "make_places.py"

TABLES = {
    "provinces": 'code,name\n44,"广东省"\n11,"北京市"\n',
    "cities": 'code,name,provinceCode\n1101,"市辖区",11\n4401,"广州市",44\n4419,"东莞市",44\n',
    "areas": (
        'code,name,cityCode,provinceCode\n110101,"东城区",1101,11\n440117,"从化区",4401,44\n'
        '440118,"空城区",4401,44\n441900,"东莞市",4419,44\n'
    ),
    "streets": (
        "code,name,areaCode,provinceCode,cityCode\n"
        '110101001,"东华门街道",110101,11,1101\n'
        '440117100,"（试验区）温泉镇",440117,44,4401\n440117101,"某某农场",440117,44,4401\n'
        '440117102,"下帅壮族瑶族乡",440117,44,4401\n440117103,"民族乡",440117,44,4401\n'
        '441900003,"东城街道办事处",441900,44,4419\n'
    ),
}


def test_the_tree(tmp_path: Path) -> None:
    package, output = tmp_path / "package.tgz", tmp_path / "places.txt.xz"
    with tarfile.open(package, "w:gz") as archive:
        for name, text in TABLES.items():
            member = tarfile.TarInfo(f"package/dist/{name}.csv")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    done = subprocess.run([sys.executable, SCRIPT, package, output], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("wrote places.txt.xz: 2 provinces, 2 cities, 3 counties, 5 townships, 1 aliases; ")
    lines = lzma.decompress(output.read_bytes()).decode().splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "北京市",
        "\t-",
        "\t\t东城区:东华门街道",
        "广东省",
        "\t广州市",
        "\t\t从化区:温泉镇,下帅壮族瑶族乡=下帅乡,民族乡",
        "\t\t空城区",
        "\t东莞市",
        "\t\t-:东城街道",
    ]


def test_it_says_how_it_is_used() -> None:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("usage: python tools/make_places.py")
