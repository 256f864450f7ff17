import { describe, expect, it } from "vitest";
import { oldWarning } from "../src/features/roles/oldWarning";
import { parseProblem } from "../src/shared/problem";
import { matches, searchText, signInHref, why } from "../src/shared/roles/words";
import { ago, span } from "../src/shared/time";
import { role } from "./server";

describe("the words of a role", () => {
  it("are found by any of their parts, in any order", () => {
    const text = searchText(role("admin", { tags: { team: "Payments" }, owner: "bo@example.com" }));
    expect(matches(text, "prod admin")).toBe(true);
    expect(matches(text, "team=payments bo@")).toBe(true);
    expect(matches(text, "admin test")).toBe(false);
  });

  it("say once that grants are why", () => {
    expect(
      why([
        { kind: "group", name: "finops" },
        { kind: "grant", name: "g-0" },
        { kind: "grant", name: "g-1" },
      ]),
    ).toBe("group finops, a grant");
  });

  it("keep slashes and colons in the address of the sign-in page", () => {
    expect(signInHref("arn:aws:iam::200000000002:role/team/a b", "eu-west-1")).toBe(
      "/role/arn:aws:iam::200000000002:role/team/a%20b?r=eu-west-1",
    );
  });
});

describe("a message in an old link", () => {
  it("is decoded as UTF-8", () => {
    expect(
      oldWarning(btoa(String.fromCharCode(...new TextEncoder().encode("Zwei Rollen für “admin”")))),
    ).toBe("Zwei Rollen für “admin”");
  });

  it("is left out when it is no base64 or no text", () => {
    expect(oldWarning("%%%")).toBeNull();
    expect(oldWarning(btoa("\xff\xfe"))).toBeNull();
  });
});

describe("time", () => {
  it("is told in the coarsest unit that says enough", () => {
    const now = Date.parse("2030-01-01T12:00:00Z");
    expect(ago("2030-01-01T11:59:50Z", now)).toBe("just now");
    expect(ago("2030-01-01T11:57:00Z", now)).toBe("3 min ago");
    expect(ago("2030-01-01T14:00:00Z", now)).toBe("in 2 h");
    expect(ago("2029-12-31T11:00:00Z", now)).toBe("1 day ago");
    expect(ago("2029-10-14T11:00:00Z", now)).toMatch(/14.*2029|2029.*14/);
    expect(span(200_000)).toBe("3 min 20 s");
  });
});

describe("a problem", () => {
  it("is ambiguous when it names candidates and a conflict when it names none", () => {
    expect(parseProblem(409, { detail: "d", candidates: ["a"] })).toEqual({
      kind: "ambiguous",
      detail: "d",
      candidates: ["a"],
    });
    expect(parseProblem(409, { detail: "d" }).kind).toBe("conflict");
  });

  it("has a sentence even when the answer was no JSON", () => {
    expect(parseProblem(500, undefined)).toEqual({
      kind: "fault",
      detail: "The server answered 500.",
      incident: null,
    });
  });
});
