/** The documents that the tests are tried on: Chinese, full-width forms, a tab and characters beyond 16 bits. */

import { resolve } from "node:path";

export const DOCUMENTS = resolve(process.env["DOCUMENTS"] ?? "../../tests/reporters/golden/input");
export const NAME = "报告 一.md";
/** What stands from each finding to the end of its line, in the order of the report. */
export const PLACES = ["here 已完成。", "一、总体情况", "recieve and utilize reports here.", "utilize reports here.", "here."];
