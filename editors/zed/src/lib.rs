//! Starts `recto lsp` for Zed, and gives it the settings that stand in `lsp.recto` of Zed's own.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{
    register_extension, serde_json::Value, Command, Extension, LanguageServerId, Result, Worktree,
};

const MISSING: &str = "There is no program `recto`. Install it with: pip install 'recto[lsp]'";

struct Recto;

impl Extension for Recto {
    fn new() -> Self {
        Recto
    }

    /// The program that the settings name, else the one on the search path.
    fn language_server_command(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        let named = LspSettings::for_worktree(id.as_ref(), worktree)?
            .binary
            .and_then(|binary| binary.path);
        Ok(Command {
            command: named.or_else(|| worktree.which("recto")).ok_or(MISSING)?,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(id.as_ref(), worktree)?.settings)
    }
}

register_extension!(Recto);
