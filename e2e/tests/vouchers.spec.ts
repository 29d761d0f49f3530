// What points buy: staff give what waits, its holder takes a voucher, a shop redeems its code, once.
import { isAccessible } from "../support/accessible.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { apart, expect } from "../support/test.js";

const test = apart();

for (const [how, javaScriptEnabled, label, name] of [
  ["with", true, "headphones-issued", "A cup of coffee"],
  ["without", false, "power-bank-issued", "A paper bag"],
] as const) {
  test(`${how} JavaScript: points, a voucher for them, a shop that redeems it, and no second time`, async ({ server, open }) => {
    test.setTimeout(120_000);
    const holder = (await open({ serviceWorkers: "block", javaScriptEnabled })).page;
    await holder.goto(`/check?code=${encodeURIComponent(server.label(label).content)}`);
    await holder.getByRole("button", { name: "Register", exact: true }).click();
    await expect(holder.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
    const reference = (await holder.getByRole("definition").first().textContent())!.replaceAll(/\s/g, "");

    const brand = (await open({ serviceWorkers: "block" })).page;
    await withAuthenticator(brand);
    await join(brand, invite(server, "northbeam", "brand-manager"), "Ada");
    await brand.goto("/desk/rewards");
    await brand.getByLabel("What it is good for").fill(name);
    await brand.getByLabel("Points that it costs").fill("10");
    await brand.getByLabel("How many there are").fill("2");
    await brand.getByLabel("Last day").fill(`${new Date().getFullYear() + 1}-12-31`);
    await brand.getByRole("button", { name: "Make these vouchers" }).click();
    const kind = brand.getByRole("listitem").filter({ hasText: name });
    await expect(kind).toContainText("0 of 2 taken, 0 redeemed");

    // Nothing can be taken for points that wait.
    await holder.goto("/rewards");
    await expect(holder.getByRole("heading", { name: "Waiting" })).toBeVisible();
    await expect(holder.getByRole("button", { name: "Take it for 10 points" })).toHaveCount(0);
    await brand.getByRole("listitem").filter({ hasText: reference }).getByRole("button", { name: "Give the points" }).click();
    await expect(brand.getByRole("listitem").filter({ hasText: reference })).toHaveCount(0);

    await holder.goto("/rewards");
    if (javaScriptEnabled) await isAccessible(holder);
    const offered = holder.getByRole("listitem").filter({ hasText: name });
    await offered.getByRole("button", { name: "Take it for 10 points" }).click();
    await expect(holder.getByRole("heading", { name: "Your vouchers" })).toBeVisible();
    const own = holder.locator("ul.vouchers > li").filter({ hasText: name });
    await expect(own).toContainText("Show or type the code in the shop; it counts once.");
    const code = (await own.locator(".voucher-code").innerText()).trim();
    if (javaScriptEnabled) await isAccessible(holder);

    const shop = (await open({ serviceWorkers: "block" })).page;
    await withAuthenticator(shop);
    await join(shop, invite(server, "northbeam", "shop"), "Sam");
    const redeem = async (typed: string) => {
      await shop.goto("/desk/vouchers");
      await shop.getByLabel("Code").fill(typed);
      await shop.getByRole("button", { name: "Redeem" }).click();
    };
    // One character off, as people read them out.
    await redeem(code.replace(/.$/, (last) => (last === "7" ? "8" : "7")));
    await expect(shop.getByText(`Good for: ${name}.`)).toHaveCount(0);
    await redeem(code.toLowerCase());
    await expect(shop.getByRole("status").filter({ hasText: `Good for: ${name}. The code counted now, and counts no more.` })).toBeVisible();
    await isAccessible(shop);
    await redeem(code);
    await expect(shop.getByText("This voucher was redeemed before. Its code counts once.")).toBeVisible();
    await isAccessible(shop);

    await holder.reload();
    await expect(own).toContainText("Redeemed");
    await expect(own.locator(".voucher-code")).toHaveCount(0);
    await brand.reload();
    await expect(kind).toContainText("1 of 2 taken, 1 redeemed");
  });
}
