// What to do with each part of a pack, and where: a typed place, the device's own, and a map of our own.
import { isAccessible } from "../support/accessible.js";
import { expect, test } from "../support/test.js";

const KEFIR = "/01/09506000208084";

test("without JavaScript: a typed place, the nearest for each part, a deposit, a map", async ({ open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(KEFIR);
  const recycling = page.getByRole("region", { name: "Recycling" });
  await expect(recycling.getByText(/^Deposit in Germany: 0\.25.EUR back\.$/)).toBeVisible();
  await expect(recycling.getByRole("img")).toHaveCount(0);
  await recycling.getByLabel("Town or postcode").fill("berlin");
  await recycling.getByRole("button", { name: "Find places" }).click();

  await expect(recycling.getByText(/^Deposit: 0\.25.EUR back\.$/)).toBeVisible();
  await expect(recycling.getByText("Bring it back empty, not pressed flat")).toBeVisible();
  await expect(recycling.getByRole("img", { name: /^Map of the places listed below/ })).toBeVisible();
  const first = recycling.getByRole("list").nth(1).getByRole("listitem").first();
  await expect(first).toContainText("Wertstoffhof Kanalufer");
  await expect(first).toContainText(/\d (k?m) (south|east|west|north)/);
  await expect(first).toContainText("Mon–Fri 8:00–18:00");
  await expect(first.getByRole("link", { name: "Open in map" })).toHaveAttribute("href", /^geo:52\.493,13\.441/);
  await recycling.getByText("Nearest: Wertstoffhof Kanalufer").first().getByRole("link").click();
  await expect(page).toHaveURL(/#place-1$/);

  await recycling.getByLabel("Town or postcode").fill("Atlantis");
  await recycling.getByRole("button", { name: "Find places" }).click();
  await expect(recycling.getByText("We have no place near “Atlantis” on our list.")).toBeVisible();
});

test("the device's own place: asked for on tap, coarsened, and nobody else is asked", async ({ server, open }) => {
  const { page, context } = await open({ serviceWorkers: "block" });
  await context.grantPermissions(["geolocation"], { origin: server.origin });
  await context.setGeolocation({ latitude: 54.51234, longitude: 18.53456 });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(KEFIR);
  await page.getByRole("region", { name: "Recycling" }).getByRole("button", { name: "Use my location" }).click();
  await expect(page).toHaveURL(/near=54\.51(%2C|,)18\.53/);
  await expect(page.getByRole("img", { name: /^Map of the places listed below/ })).toBeVisible();
  await isAccessible(page);
  expect(asked.filter((url) => !url.startsWith(server.origin))).toEqual([]);
});
