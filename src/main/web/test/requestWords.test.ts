import { describe, expect, it } from "vitest";
import { complete, newLine, position, typedWord } from "../src/shared/policies/completion";
import { historyOf } from "../src/features/requests/steps";
import { stacked } from "../src/shared/requests/DifferenceView";
import { lengthFault, offeredLengths, parseLength } from "../src/shared/requests/lengths";
import { length, usually, whoDecides } from "../src/shared/requests/words";
import { change, grant, request } from "./requestFixtures";

describe("a length", () => {
  it("is read as people write it", () => {
    expect(["90", "90 min", "1 h 30 min", "1.5h", "1,5 hours", "2 days"].map(parseLength)).toEqual([
      90, 90, 90, 90, 90, 2_880,
    ]);
    expect(["", "soon", "2 weeks", "h", "1 h soon", "-5", "1e3"].map(parseLength)).toEqual(
      Array.from({ length: 7 }, () => Number.NaN),
    );
  });

  it("is offered within the rule's bound, and the bound itself where that is short", () => {
    expect(offeredLengths(null)).toEqual([60, 120, 240, 480]);
    expect(offeredLengths(90)).toEqual([60, 90]);
    expect(offeredLengths(43_200)).toEqual([60, 120, 240, 480]);
  });

  it("says what is wrong with it", () => {
    expect(lengthFault(10, 60)).toBe("The shortest is 15 min.");
    expect(lengthFault(61, 60)).toBe("The rule allows 1 h.");
    expect(lengthFault(60, 60)).toBeUndefined();
    expect(length(4_320)).toBe("3 days");
  });
});

describe("the usual time to a decision", () => {
  it("is told roughly, and not at all where too little is known", () => {
    expect([6, 119, 150, 4_000].map(usually)).toEqual([
      "Usually decided in 6 min.",
      "Usually decided in 119 min.",
      "Usually decided in 3 h.",
      "Usually decided in 3 days.",
    ]);
    expect(usually(null)).toBeNull();
  });
});

describe("who decides", () => {
  it("is told in one sentence, and not all of a crowd are named", () => {
    expect(whoDecides({ approvers: ["a", "b"], needed: 2 })).toBe("2 of these have to approve: a, b.");
    const crowd = Array.from({ length: 9 }, (_, index) => `p${index}`);
    expect(whoDecides({ approvers: crowd, needed: 1 })).toBe(
      "One of these decides: p0, p1, p2, p3, p4, p5 and 3 more.",
    );
  });
});

describe("a word of the grammar that is being typed", () => {
  const words = (text: string) => typedWord(text, text.length)?.words ?? [];

  it("is a key where an object's member begins, and an effect after Effect", () => {
    expect(words('{"Ver')).toEqual(["Version"]);
    expect(words('{"Statement": [{"Effect": "Allow", "re')).toEqual(["Resource"]);
    expect(words('{"Statement": [{"Effect": "')).toEqual([]);
    expect(words('{"Statement": [{"Effect": "a')).toEqual(["Allow"]);
  });

  it("is none in a list, in a value or behind a closed text", () => {
    expect(words('{"Resource": ["arn:x", "Res')).toEqual([]);
    expect(words('{"Sid": "Res')).toEqual([]);
    expect(words('{"Sid": "a, {", "Eff')).toEqual(["Effect"]);
    expect(words('{"Version"')).toEqual([]);
  });
});

describe("an action that is being typed", () => {
  const typed = (text: string) => {
    const word = typedWord(text, text.length);
    return word?.kind === "action" ? word.typed : null;
  };

  it("is seen in a list and alone, after Action and NotAction", () => {
    expect(typed('{"Action": "s3:Ge')).toBe("s3:Ge");
    expect(typed('{"NotAction": ["iam:PassRole", "s')).toBe("s");
    expect(typed('{"Action": [\n  "s3:GetObject",\n  "s3:Put')).toBe("s3:Put");
  });

  it("is not seen in a resource, an effect or a closed text", () => {
    expect(typed('{"Resource": ["arn')).toBeNull();
    expect(typed('{"Action": ["s3:GetObject"], "Effect": "All')).toBeNull();
    expect(typed('{"Action": "s3:GetObject"')).toBeNull();
  });

  it("is replaced whole, the rest of the old word with it", () => {
    const text = '"Action": "s3:GetOld"';
    const cut = '"Action": "s3:Get'.length;
    const at = typedWord(text, cut);
    expect(at).not.toBeNull();
    expect(at && complete(text, at, "s3:GetObject").text).toBe('"Action": "s3:GetObject"');
  });

  it("is looked for in bounded time in a text without end", () => {
    const text = `{"Action": ["${'s3:GetObject", "'.repeat(50_000)}s3:Get`;
    const before = performance.now();
    typedWord(text, text.length);
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe("a line break", () => {
  it("keeps the indentation and goes deeper after a bracket", () => {
    expect(newLine('  "Action": [', 13, 13).text).toBe('  "Action": [\n    ');
    expect(newLine("  a", 3, 3).text).toBe("  a\n  ");
    expect(position("ab\ncd", 4)).toEqual({ line: 1, column: 1 });
  });
});

describe("a difference in one column", () => {
  it("puts what goes above what comes", () => {
    expect(
      stacked([
        { kind: "changed", left: "a", right: "b" },
        { kind: "changed", left: "c", right: "d" },
        { kind: "same", left: "e", right: "e" },
        { kind: "added", left: "", right: "f" },
      ]).map(({ text, mark }) => `${mark} ${text}`),
    ).toEqual(["removed a", "removed c", "added b", "added d", "same e", "added f"]);
  });
});

describe("the history of a request", () => {
  it("is told in order, from asking to the end of the grant", () => {
    const steps = historyOf(
      request("r-1", {
        state: "applied",
        changes: [change("r-10", { state: "applied", stateAt: "2030-01-01T00:02:00Z" })],
        reviews: [
          {
            by: "ann@example.com",
            at: "2030-01-01T00:01:00Z",
            door: "slack",
            verdict: "approved",
            reason: null,
            current: true,
          },
        ],
        comments: [
          { id: "c", by: "system", at: "2030-01-01T00:00:30Z", text: "The rule lab approved this." },
          { id: "d", by: "bo@example.com", at: "2030-01-01T00:00:40Z", text: "thanks" },
        ],
        grant: grant("g", {
          live: false,
          ended: { how: "revoked", by: "ann@example.com", at: "2030-01-01T00:30:00Z" },
        }),
      }),
    );
    expect(steps.map((each) => each.text)).toEqual([
      "bo@example.com asked.",
      "The rule lab approved this.",
      "ann@example.com approved it.",
      "Applied: The role for 2 h.",
      "ann@example.com revoked the grant.",
    ]);
  });
});
