//! The navigation of the vendor's folders, `_sidebar.md`: pages that nothing links to are drafts or
//! left over.

use std::collections::BTreeSet;

use crate::import::page::{PageFile, folder};

/// Pages that the sidebars of their folders link to.
#[derive(Debug, Default)]
pub(crate) struct Sidebars<'a> {
    /// Folder and link, without `.md`.
    links: BTreeSet<(&'a str, &'a str)>,
}

impl<'a> Sidebars<'a> {
    /// Reads the sidebars among the files.
    pub(crate) fn new(files: &[PageFile<'a>]) -> Self {
        let mut sidebars = Self::default();
        for file in files {
            let Some(folder) = file.source.strip_suffix("/_sidebar") else { continue };
            for rest in file.text.split("](").skip(1) {
                let link = rest.split([')', '#', '?', ' ']).next().unwrap_or_default();
                let link = link.strip_suffix(".md").unwrap_or(link);
                sidebars.links.insert((folder, link.rsplit('/').next().unwrap_or(link)));
            }
        }
        sidebars
    }

    /// Checks for a page that the sidebar of its folder links to.
    pub(crate) fn has(&self, source: &str) -> bool {
        let Some(folder) = folder(source) else { return false };
        let name = source.rsplit('/').next().unwrap_or(source);
        self.links.contains(&(folder, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_a_folder_s_own_sidebar_count() {
        let text =
            "- **A**\n    - [B - DescribeB](api/b-api/describe_b)\n- [C](describe_c.md#top)\n";
        let files = [PageFile { file: "b-api/_sidebar.md", source: "b-api/_sidebar", text }];
        let sidebars = Sidebars::new(&files);
        assert!(sidebars.has("b-api/describe_b") && sidebars.has("b-api/describe_c"));
        assert!(!sidebars.has("b-api/describe") && !sidebars.has("c-api/describe_b"));
    }
}
