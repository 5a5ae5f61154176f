//! The page, used as a person does.

use std::time::Duration;

use serde_json::json;
use ucloud_umem::transport::{Fault, Faults};
use umem_emulator::{Emulator, Server};

use crate::browser::{Browser, run};

/// Longer than a person needs to see a state, and much shorter than a test may last.
const STEP: Duration = Duration::from_millis(1500);

fn serve() -> (Emulator, Server) {
    let emulator = Emulator::builder().step(STEP).build();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    (emulator, server)
}

/// Returns an expression that is true if a resource or backup is shown in a state.
fn has_state(kind: &str, name: &str, state: &str) -> String {
    format!(
        "[...document.querySelectorAll('{kind}')].some(own => \
         own.querySelector('.name').textContent === '{name}' && \
         own.querySelector('.state').dataset.state === '{state}')"
    )
}

/// Opens the form of an action by a search, as if there were no mouse.
async fn open_form(page: &Browser, action: &str) {
    page.script("document.getElementById('picker').open = true;").await;
    page.script("document.getElementById('search').value = '';").await;
    page.type_into("#search", action).await;
    let link = format!("#action-list a[href='#/action/{action}']");
    page.until(&format!("!document.querySelector(\"{link}\").closest('li').hidden")).await;
    page.type_into(&link, "\u{e007}").await; // Enter
    page.until(&format!("document.querySelector('#panel h2')?.textContent === '{action}'")).await;
    page.until("document.getElementById('code-rust')").await;
}

async fn send(page: &Browser) -> String {
    page.script("document.getElementById('result').textContent = '';").await;
    page.click("#action-form button.primary").await;
    page.text("#result .ret-code").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_group_is_created_watched_backed_up_and_broken() {
    let faults = Faults::new();
    let emulator = Emulator::builder().step(STEP).build();
    let server = emulator.server().faults(faults.clone()).start("127.0.0.1:0").unwrap();
    let url = server.url();
    run(|page| async move {
        page.open(&format!("{url}/en")).await;
        page.until("document.querySelectorAll('.kind').length === 3").await;
        page.picture("empty").await;

        open_form(&page, "CreateURedisGroup").await;
        assert!(send(&page).await.contains("RetCode 220"));
        page.until("document.getElementById('error-Name').textContent").await;
        let focused = page.script("return document.activeElement.id;").await;
        assert_eq!(focused, "field-Name", "the field in error has the focus");
        page.type_into("#field-Name", "orders-cache").await;
        page.select("#field-HighAvailability", "enable").await;
        assert!(send(&page).await.contains("RetCode 0"));
        page.until("document.activeElement.id === 'result'").await;
        let title = page.script("return document.title;").await;
        assert_eq!(title, "CreateURedisGroup – UMem emulator");
        page.picture("sent").await;
        page.until(&has_state(".resource", "orders-cache", "Creating")).await;
        page.until(&has_state(".resource", "orders-cache", "Running")).await;

        page.click(".resource a[href*='CreateURedisBackup']").await;
        page.until("document.getElementById('field-GroupId')?.value.startsWith('uredis-')").await;
        page.type_into("#field-BackupName", "nightly").await;
        assert!(send(&page).await.contains("RetCode 0"));
        page.until(&has_state(".backups li", "nightly", "Backuping")).await;
        page.until(&has_state(".backups li", "nightly", "Success")).await;
        page.until("document.querySelector('.backups a[download]')").await;
        page.picture("backed-up").await;

        open_form(&page, "DescribeUMem").await;
        page.click("#fault-controls summary").await;
        let chosen =
            page.script("return document.getElementById('field-fault-action').value;").await;
        assert_eq!(chosen, "DescribeUMem", "the action that is open");
        page.select("#fault-form [name=kind]", "cut").await;
        page.until("document.getElementById('field-fault-value').disabled").await;
        page.select("#fault-form [name=action]", "DescribeUMem").await;
        page.select("#fault-form [name=kind]", "ret-code").await;
        page.type_into("#fault-form [name=value]", "none").await;
        page.click("#fault-form button.primary").await;
        let beside = "document.getElementById('error-fault-value').textContent";
        page.until(&format!("{beside}.includes('a RetCode other than 0')")).await;
        page.until("document.activeElement.id === 'field-fault-value'").await;
        page.picture("wrong-fault").await;
        page.script("document.activeElement.value = '';").await;
        page.type_into("#fault-form [name=value]", "130").await;
        page.type_into("#fault-form [name=times]", "1").await;
        page.click("#fault-form button.primary").await;
        page.until(&format!("!{beside}")).await;
        page.until("document.querySelector('.faults')?.textContent.includes('ret-code=130')").await;
        page.type_into("#field-fault-value", "\u{e00c}").await; // Escape
        page.until("!document.getElementById('fault-controls').open").await;
        page.select("#field-Protocol", "redis").await;
        assert!(send(&page).await.contains("RetCode 130"));
        page.until("document.getElementById('faults-hit').textContent === '1'").await;
        assert!(send(&page).await.contains("RetCode 0"));
        page.click(".log .error summary").await;
        let parameters = page.text(".log .error .pairs").await;
        assert!(parameters.contains("Protocol"), "{parameters}");
        page.click("#errors-only").await;
        let shown = "return [...document.querySelectorAll('.log li')]\
             .filter(own => own.checkVisibility()).map(own => own.className);";
        assert_eq!(page.script(shown).await, json!(["error", "error"]));

        faults.inject(Fault::cut().for_action("DescribeUMem"));
        faults.inject(Fault::latency(STEP).for_action("DescribeUMem"));
        page.until("document.querySelectorAll('.faults button').length === 2").await;
        page.click(".faults button[aria-label='Remove: DescribeUMem:cut']").await;
        page.until("document.querySelectorAll('.faults button').length === 1").await;
        page.until("document.activeElement.id === 'fault-1'").await;
        page.click("#fault-1").await;
        page.until("!document.querySelector('.faults')").await;
        page.until("document.activeElement.matches('#fault-controls summary')").await;

        page.click("#clock-controls summary").await;
        page.click("#clock-form button[value='86400']").await;
        page.until("document.querySelector('#clock-result .good')").await;
        page.click("#reset-controls summary").await;
        page.click("#reset-form button").await;
        page.until("document.querySelectorAll('.resource').length === 0").await;
    })
    .await;
    drop(server);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_space_is_created_and_its_backup_is_done() {
    let (_emulator, server) = serve();
    let url = server.url();
    run(|page| async move {
        page.open(&format!("{url}/en#/action/CreateUMemSpace")).await;
        page.type_into("#field-Name", "sessions").await;
        page.type_into("#field-Size", "4").await;
        assert!(send(&page).await.contains("RetCode 0"));
        page.until(&has_state(".resource", "sessions", "Running")).await;
        page.click(".resource a[href*='CreateUMemBackup']").await;
        page.until("document.getElementById('field-SpaceId')?.value.startsWith('umem-')").await;
        page.type_into("#field-BackupName", "nightly").await;
        assert!(send(&page).await.contains("RetCode 0"));
        page.until(&has_state(".backups li", "nightly", "Done")).await;
    })
    .await;
}

/// Returns a program that the tests compile, at another address.
fn compiled(action: &str, url: &str) -> String {
    let programs = include_str!("programs.rs");
    let (_, rest) = programs.split_once(&format!("\nmod {action} {{\n")).unwrap();
    let (program, _) = rest.split_once("\n}\n}\n").unwrap();
    format!("{program}\n}}\n").replace("http://127.0.0.1:8080", url)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_copied_program_is_the_compiled_one() {
    let (_emulator, server) = serve();
    let url = server.url();
    run(|page| async move {
        page.open(&format!("{url}/en#/action/ModifyUMemPassword")).await;
        page.click("[data-fill]").await;
        page.until("document.getElementById('code-rust').textContent.includes('umem-')").await;
        page.click("[data-copy='code-rust']").await;
        page.until("document.querySelector('[data-copy=\"code-rust\"]').textContent === 'Copied'")
            .await;
        // Pastes it, since a page may not read the clipboard without a permission.
        page.script(
            "const area = document.body.appendChild(document.createElement('textarea'));\
             area.id = 'pasted';",
        )
        .await;
        page.type_into("#pasted", "\u{e009}v\u{e000}").await; // Control and V
        let pasted = page.script("return document.getElementById('pasted').value;").await;
        assert_eq!(pasted, compiled("modify_umem_password", &url));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn language_colours_and_width_follow_the_person() {
    let (emulator, server) = serve();
    emulator.seed_group("uredis-a-group-with-a-long-name-of-its-own-in-one-word", 2).unwrap();
    emulator.seed_space("umem-abc", 2).unwrap();
    let url = server.url();
    run(|page| async move {
        page.open(&format!("{url}/en")).await;
        page.until("document.querySelectorAll('.resource').length === 2").await;
        let background = "return getComputedStyle(document.body).backgroundColor;";
        let light = page.script(background).await;
        page.picture("full").await;
        page.click("a[hreflang='zh']").await;
        page.until("document.documentElement.lang === 'zh-CN'").await;
        page.until("document.querySelector('.kind h3')?.textContent.includes('主备 Redis')").await;
        page.picture("chinese").await;

        let scheme = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        page.command("Emulation.setEmulatedMedia", scheme).await;
        assert_ne!(page.script(background).await, light);
        page.picture("dark").await;

        let narrow = json!({ "width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": true });
        page.command("Emulation.setDeviceMetricsOverride", narrow).await;
        for hash in ["", "#/action/CreateURedisGroup", "#/for/redis/uredis-a"] {
            page.open(&format!("{url}/en{hash}")).await;
            page.until("document.querySelectorAll('.resource').length === 2").await;
            if hash.starts_with("#/action/") {
                page.until("document.getElementById('code-rust')").await;
                send(&page).await;
            }
            let widest = page
                .script(
                    "const width = document.documentElement.clientWidth;\
                     return [...document.querySelectorAll('body *')]\
                         .filter(own => !own.closest('pre, .skip') && own.checkVisibility())\
                         .filter(own => own.getBoundingClientRect().right > width + 1)\
                         .map(own => own.outerHTML.slice(0, 100));",
                )
                .await;
            assert_eq!(widest, json!([]), "{hash}");
            let scrolls = page.script("return document.documentElement.scrollWidth;").await;
            assert_eq!(scrolls, json!(360), "{hash}");
            page.picture(&format!("narrow{}", hash.len())).await;
        }
    })
    .await;
}

/// Returns the visible texts whose contrast with what is behind them is below 4.5, as WCAG 2 AA
/// wants it.
const WEAK_TEXTS: &str = r"
    const parse = text => { const all = text.match(/[\d.]+/g).map(Number); return [...all, 1].slice(0, 4); };
    const over = (below, [r, g, b, a]) => [r, g, b].map((part, at) => part * a + below[at] * (1 - a));
    const back = own => {
        const layers = [];
        for (let it = own; it; it = it.parentElement) layers.unshift(parse(getComputedStyle(it).backgroundColor));
        return layers.reduce(over, [255, 255, 255]);
    };
    const light = colour => {
        const parts = colour.map(part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05;
    };
    const contrast = own => {
        const behind = back(own);
        const [a, b] = [light(over(behind, parse(getComputedStyle(own).color))), light(behind)];
        return Math.max(a, b) / Math.min(a, b);
    };
    const hasText = own => [...own.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    return [...document.querySelectorAll('body :not(option)')]
        .filter(own => hasText(own) && own.checkVisibility() && !own.disabled && contrast(own) < 4.5)
        .map(own => `${contrast(own).toFixed(2)} ${own.outerHTML.slice(0, 100)}`);
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn texts_are_readable_in_both_modes() {
    let (emulator, server) = serve();
    emulator.seed_group("uredis-abc", 1).unwrap();
    let create = "#/action/CreateURedisGroup";
    let url = server.url();
    run(|page| async move {
        page.open(&format!("{url}/en{create}")).await;
        page.until("document.getElementById('code-rust')").await;
        assert!(send(&page).await.contains("RetCode 220"));
        page.click("#reset-controls summary").await;
        for scheme in ["light", "dark"] {
            let scheme_is =
                json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.command("Emulation.setEmulatedMedia", scheme_is).await;
            assert_eq!(page.script(WEAK_TEXTS).await, json!([]), "{scheme}");
        }
    })
    .await;
    drop(emulator);
}

/// Everything that can be used has a name and is reached with the keyboard alone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_keyboard_reaches_everything_and_everything_has_a_name() {
    let (emulator, server) = serve();
    emulator.seed_group("uredis-abc", 1).unwrap();
    emulator.seed_space("umem-abc", 1).unwrap();
    let url = server.url();
    run(|page| async move {
        page.open(&format!("{url}/en#/action/CreateURedisGroup")).await;
        page.until("document.getElementById('code-rust')").await;
        page.until("document.querySelector('.resource')").await;
        page.command("Accessibility.enable", json!({})).await;
        let nameless = page
            .script(
                "return [...document.querySelectorAll('a, button, input, select, textarea')]\
                     .filter(own => own.type !== 'hidden' && !(own.labels?.length || \
                         own.getAttribute('aria-label') || own.textContent.trim()))\
                     .map(own => own.outerHTML.slice(0, 100));",
            )
            .await;
        assert_eq!(nameless, json!([]));
        let misnamed = page
            .script(
                "return [...document.querySelectorAll('a[aria-label]')]\
                     .filter(own => !own.ariaLabel.includes(own.textContent.trim()))\
                     .map(own => own.outerHTML);",
            )
            .await;
        assert_eq!(misnamed, json!([]), "a name has the text that is seen");
        let doubled = page
            .script(
                "const ids = [...document.querySelectorAll('[id]')].map(own => own.id);\
                 return ids.filter((id, at) => ids.indexOf(id) !== at);",
            )
            .await;
        assert_eq!(doubled, json!([]), "ids are unique");

        page.script("document.activeElement.blur(); window.scrollTo(0, 0);").await;
        page.type_into("body", "\u{e004}").await; // Tab
        let first = page.script("return document.activeElement.className;").await;
        assert_eq!(first, "skip");
        let outline =
            page.script("return getComputedStyle(document.activeElement).outlineStyle;").await;
        assert_eq!(outline, "solid", "the focus is visible");
        page.type_into("a.skip:focus", "\u{e004}\u{e007}").await; // Tab, Enter: to the actions
        page.until("location.hash === '#actions'").await;

        // A live part is replaced while one of its links has the focus.
        page.script("document.getElementById('all-uredis-abc').focus();").await;
        emulator.seed_group("uredis-xyz", 0).unwrap();
        page.until("document.querySelectorAll('.resource').length === 3").await;
        let focused = page.script("return document.activeElement.id;").await;
        assert_eq!(focused, "all-uredis-abc");
        page.type_into("#all-uredis-abc", "\u{e007}").await;
        page.until("document.querySelector('#panel h2').textContent.includes('uredis-abc')").await;
    })
    .await;
}

/// Without its script the page shows what there is, says so, and offers nothing that needs it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_script_the_page_offers_nothing_that_needs_it() {
    let emulator = Emulator::new();
    emulator.seed("redis_groups: [{ id: uredis-abc, replicas: [{}], backups: 1 }]").unwrap();
    let faults = Faults::new().with(Fault::cut());
    let server = emulator.server().faults(faults).start("127.0.0.1:0").unwrap();
    let url = server.url();
    run(|page| async move {
        page.command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        page.open(&format!("{url}/en")).await;
        assert!(page.text("#resources").await.contains("uredis-abc"));
        assert!(page.text(".faults").await.contains("cut"));
        assert!(page.text("noscript").await.contains("Forms and controls need JavaScript"));
        let useless = page
            .script(
                "return [...document.querySelectorAll('a[href^=\"#\"], button, input, select')]\
                     .filter(own => own.checkVisibility() && own.hash !== '#resources')\
                     .map(own => own.outerHTML.slice(0, 100));",
            )
            .await;
        assert_eq!(useless, json!([]));
        page.picture("without-script").await;
        page.click("a[hreflang='zh']").await;
        assert!(page.text("noscript").await.contains("JavaScript"));
    })
    .await;
}
