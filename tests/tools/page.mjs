// Opens pages of the example `annotate` in headless Chromium and checks that they work: node page.mjs CHROMIUM FOLDER [SCREENSHOT]
//
// FOLDER holds NAME.html beside the NAME.txt it shows. Needs the packages playwright-core and axe-core where node finds them.
import { createRequire } from "node:module";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import assert from "node:assert/strict";

const require = createRequire(join(process.env.NODE_PATH ?? process.cwd(), "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [executablePath, folder, screenshot] = process.argv.slice(2);
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
// A browser that does not start says nothing of the page: status 3.
const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "page-")), { executablePath, args: flags })
  .catch((error) => { console.error(String(error).split("\n")[0]); process.exit(3); });
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 860 } };

// Contrast of every text that is seen, after WCAG 2, with the colour behind it.
const contrasts = () => {
  const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(at).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const luminance = (rgb) => rgb.slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
    const style = getComputedStyle(element);
    const ink = luminance(parse(element instanceof SVGElement ? style.fill : style.color)), ground = luminance(behind(element));
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    seen += 1;
    if (contrast < 4.5) faint.push(`${element.tagName} ${node.data.trim().slice(0, 30)}: ${contrast.toFixed(2)}`);
  }
  return { seen, faint };
};

for (const file of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
  const text = readFileSync(join(folder, file.replace(/\.html$/, ".txt")), "utf8").replaceAll("\0", "\ufffd");
  for (const [width, viewport] of Object.entries(widths)) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await context.newPage();
      const troubles = [], requests = [];
      page.on("pageerror", (error) => troubles.push(String(error)));
      page.on("console", (message) => troubles.push(message.text()));
      page.on("dialog", (dialog) => { troubles.push("a dialog opened"); dialog.dismiss(); });
      page.on("request", (request) => requests.push(request.url()));
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto("file://" + resolve(folder, file));
      const what = `${file}, ${width}, ${colorScheme}`;

      assert.equal(await page.locator("#text").evaluate((element) => element.textContent), text, `${what}: the text is intact`);
      assert.equal(requests.length, 1, `${what}: nothing else is loaded: ${requests}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${what}: ${overflow} pixels wider than the window`);
      assert.equal(await page.locator("script").count(), 1, `${what}: one script, the page's own`);

      const marks = await page.locator("mark").count();
      if (marks > 0) {
        // Focus shows the card, Escape hides it, n goes on.
        await page.locator("mark").first().focus();
        assert.ok(await page.locator("#card").isVisible(), `${what}: focus shows the card`);
        const card = await page.locator("#card").innerText();
        for (const part of ["Why", "confidence"]) assert.ok(card.includes(part), `${what}: ${part} in ${card}`);
        const box = await page.locator("#card").boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, `${what}: the card lies in the window`);
        const { seen, faint } = await page.evaluate(contrasts);
        assert.ok(seen > 5 && faint.length === 0, `${what}: contrast\n${faint.join("\n")}`);
        await page.evaluate(axe);
        const { passes, violations } = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), rules);
        assert.ok(passes.length > 20, `${what}: axe looks at the page`);
        assert.deepEqual(violations.map((rule) => `${rule.id}: ${rule.nodes[0].html}`), [], `${what}: axe`);
        await page.keyboard.press("Escape");
        assert.ok(!(await page.locator("#card").isVisible()), `${what}: Escape hides it`);
        await page.keyboard.press("n");
        assert.equal(await page.evaluate(() => document.activeElement.id), marks > 1 ? "m1" : "m0", `${what}: n`);
        await page.keyboard.press("p");
        assert.equal(await page.evaluate(() => document.activeElement.id), "m0", `${what}: p`);
        await page.keyboard.press("Escape");
        if (width === "desktop") {
          await page.locator("mark").last().hover();
          assert.ok(await page.locator("#card").isVisible(), `${what}: hover shows the card`);
          await page.mouse.move(0, 0);
          assert.ok(!(await page.locator("#card").isVisible()), `${what}: leaving hides it`);
        }

        // A click in the list goes to each mention in turn.
        for (const link of await page.locator(".entities a").all()) {
          const entity = await link.getAttribute("data-entity");
          const own = await page.locator(`mark[data-entity="${entity}"]`).evaluateAll((all) => all.map((mark) => mark.id));
          for (const id of [...own, own[0]].slice(0, 4)) {
            if (own.length < 4 || id !== own[0]) {
              await page.keyboard.press("Escape");
              await link.click();
              assert.ok(own.includes(await page.evaluate(() => document.activeElement.id)), `${what}: jump`);
            }
          }
        }
        await page.keyboard.press("Escape");

        // Each kind can be switched off and on, from the keyboard too.
        for (const toggle of await page.locator(".legend button").all()) {
          const kind = await toggle.getAttribute("data-kind");
          const off = () => page.locator("mark.off").evaluateAll((all) => all.map((mark) => mark.dataset.kind));
          await toggle.focus();
          await page.keyboard.press("Enter");
          const kinds = await off();
          assert.ok(kinds.length > 0 && kinds.every((one) => one === kind), `${what}: ${kind} is off`);
          assert.deepEqual((await page.evaluate(contrasts)).faint, [], `${what}: contrast without ${kind}`);
          await page.keyboard.press("Space");
          assert.equal((await off()).length, 0, `${what}: ${kind} is on`);
        }
      }
      assert.deepEqual(troubles, [], `${what}: no complaint`);
      if (screenshot) {
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: join(screenshot, `${file}-${width}-${colorScheme}.png`), fullPage: true });
        if (marks > 6) {
          await page.locator("mark.office").first().focus();
          await page.screenshot({ path: join(screenshot, `${file}-${width}-${colorScheme}-card.png`) });
        }
      }
      await page.close();
      console.log(`${what}: ${marks} mentions, works`);
    }
  }
}
await context.close();
