interface Props {
  id: string;
  /** Names it to a screen reader. */
  label: string;
  completions: string[];
  active: number;
  /** Line and column where the word begins, from 0. */
  at: { line: number; column: number };
  scroll: { top: number; left: number };
  onTake: (completion: string) => void;
}

/** What may follow, below the word that is being typed. The field keeps the focus. */
export function Completions({ id, label, completions, active, at, scroll, onTake }: Props) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={label}
      className="completions"
      style={{
        top: `calc(${at.line + 1} * var(--policy-line) + var(--policy-pad) - ${scroll.top}px)`,
        left: `calc(var(--policy-gutter) + ${at.column}ch - ${scroll.left}px)`,
      }}
    >
      {completions.map((completion, index) => (
        <li
          key={completion}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          ref={index === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
          onMouseDown={(event) => {
            event.preventDefault(); // the field would lose the focus, and the list with it
            onTake(completion);
          }}
        >
          {completion}
        </li>
      ))}
    </ul>
  );
}
