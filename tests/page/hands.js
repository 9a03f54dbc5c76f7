addEventListener("load", () => {
  const said = [];
  const check = (what, ok) => said.push(`${ok ? "yes" : "NO"}: ${what}`);
  const svg = document.querySelector("svg");
  const shown = () => [...document.querySelectorAll("#details article")].filter((a) => getComputedStyle(a).display !== "none");
  const press = (key, more = {}) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  const later = (act) => new Promise((done) => setTimeout(() => done(act()), 50));
  (async () => {
    check("nothing is shown at first", shown().length === 0);
    const mark = svg.querySelector('[data-item="event/april-letter"]');
    mark.firstElementChild.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await later(() => check("a click shows one item", shown().length === 1 && shown()[0].dataset.of === "event/april-letter"));
    check("with its quotation", shown()[0]?.querySelector("blockquote p").textContent.length > 20);
    check("and it is marked", mark.classList.contains("chosen"));
    const rows = [...document.querySelectorAll("[data-row]")].map((row) => row.dataset.row);
    const stops = [...svg.querySelectorAll('[tabindex="0"]')];
    check("Tab stops once in the figure", stops.length === 1);
    stops[0].focus();
    press("Home");
    const reached = new Set();
    for (let n = 0; n < rows.length; n += 1) {
      reached.add(document.activeElement.dataset.item);
      press("ArrowRight");
    }
    check(`the arrows reach all of ${rows.length}, ${reached.size} reached`, rows.length > 20 && rows.every((id) => reached.has(id)));
    press("End");
    const last = document.activeElement.dataset.item;
    press("Enter");
    await later(() => check("Enter shows the item", shown().length === 1 && shown()[0].dataset.of === last));
    press("Escape");
    await later(() => check("Escape closes it", shown().length === 0));
    const whole = svg.getAttribute("viewBox");
    press("+");
    const near = svg.getAttribute("viewBox");
    check("+ comes closer", near !== whole && Number(near.split(" ")[2]) < Number(whole.split(" ")[2]));
    press("ArrowRight", { shiftKey: true });
    check("Shift+Right moves", svg.getAttribute("viewBox") !== near);
    press("0");
    check("0 shows the whole", svg.getAttribute("viewBox") === whole);
    document.querySelector('#items a').click();
    await later(() => check("a row of the table leads to its item", shown().length === 1));
    document.title = `done ${said.filter((line) => line.startsWith("yes")).length}/${said.length} ${said.filter((line) => line.startsWith("NO")).join("; ")}`;
  })();
});
