import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { Finding } from "../requests/contract";
import { complete, type Edit, newLine, position, typedWord } from "./completion";
import { Completions } from "./Completions";
import { useCompletions } from "./useCompletions";
import "./editor.css";

interface Props {
  text: string;
  findings: Finding[];
  invalid: boolean;
  /** Ids of what a screen reader says of the field besides its name. */
  describedBy?: string | undefined;
  onChange: (text: string) => void;
}

const LEAST_LINES = 14;
const MOST_LINES = 32;

/** A plain text field with line numbers, marks where findings are, and completion of actions. */
export function PolicyEditor({ text, findings, invalid, describedBy, onChange }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [scroll, setScroll] = useState({ top: 0, left: 0 });
  const [cursor, setCursor] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const moveTo = useRef<number | null>(null);
  const typed = cursor === null ? null : typedWord(text, cursor);
  const completions = useCompletions(typed).filter((each) => each !== typed?.typed);
  const open = typed !== null && completions.length > 0;
  const active = Math.min(chosen, completions.length - 1);

  useLayoutEffect(() => {
    if (moveTo.current !== null) {
      field.current?.setSelectionRange(moveTo.current, moveTo.current);
      moveTo.current = null;
    }
  }, [text]);

  const apply = (edit: Edit, ask: boolean) => {
    moveTo.current = edit.cursor;
    onChange(edit.text);
    setCursor(ask ? edit.cursor : null);
    setChosen(0);
  };
  const take = (completion: string) => {
    if (typed !== null) {
      apply(complete(text, typed, completion), completion.endsWith(":"));
      field.current?.focus();
    }
  };
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const completion = completions[active];
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : completions.length - 1;
      setChosen((active + step) % completions.length);
    } else if (open && completion !== undefined && (event.key === "Enter" || event.key === "Tab")) {
      take(completion);
    } else if (open && event.key === "Escape") {
      setCursor(null);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      apply(newLine(text, selectionStart, selectionEnd), false);
    } else {
      return;
    }
    event.preventDefault();
  };

  const lines = text.split("\n").length;
  return (
    <div className={invalid ? "policy-editor policy-editor-invalid" : "policy-editor"}>
      <Gutter lines={lines} findings={findings} top={scroll.top} />
      <textarea
        ref={field}
        className="policy-text"
        aria-label="Policy"
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open ? `${list}-${active}` : undefined}
        value={text}
        rows={Math.min(MOST_LINES, Math.max(LEAST_LINES, lines + 1))}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => {
          onChange(event.target.value);
          setCursor(event.target.selectionStart);
          setChosen(0);
        }}
        onKeyDown={pressed}
        onClick={() => setCursor(null)}
        onBlur={() => setCursor(null)}
        onScroll={({ currentTarget }) =>
          setScroll({ top: currentTarget.scrollTop, left: currentTarget.scrollLeft })
        }
      />
      {open && (
        <Completions
          id={list}
          label={typed.kind === "action" ? "Actions" : "Words"}
          completions={completions}
          active={active}
          at={position(text, typed.start)}
          scroll={scroll}
          onTake={take}
        />
      )}
      <span role="status" className="spoken">
        {open ? `${completions.length} completions, ${completions[active] ?? ""}` : ""}
      </span>
    </div>
  );
}

/** Line numbers; a finding's line carries its sign. */
function Gutter({ lines, findings, top }: { lines: number; findings: Finding[]; top: number }) {
  return (
    <div className="policy-gutter" aria-hidden="true">
      <div style={{ transform: `translateY(${-top}px)` }}>
        {Array.from({ length: lines }, (_, index) => {
          const found = findings.filter((each) => each.line === index + 1);
          const error = found.some((each) => each.level === "error");
          return (
            <div
              key={index}
              className={found.length === 0 ? undefined : error ? "line-error" : "line-warning"}
              title={found.map((each) => each.sentence).join("\n")}
            >
              {found.length === 0 ? "" : error ? "✖ " : "⚠ "}
              {index + 1}
            </div>
          );
        })}
      </div>
    </div>
  );
}
