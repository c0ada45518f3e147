import { type ReactNode, useState } from "react";
import { ASSIGNMENT_OBJECTIVES, type AssignmentObjective } from "../../../src/index.ts";
import type { AskForm } from "../../ask/form.ts";
import { type AskGoal, goalsIn, WORTH } from "../../ask/goals.ts";
import { useAskVoice } from "./ask-voice.ts";
import { NumberField } from "./NumberField.tsx";
import { session } from "./session-context.ts";

/** The list with one entry at another place. */
const moved = <Value,>(all: readonly Value[], from: number, to: number): readonly Value[] =>
  to < 0 || to >= all.length ? all : all.toSpliced(from, 1).toSpliced(to, 0, all[from]);

const set = (goals: AskForm["goals"]): void => session.write({ goals });

/** What is to be as little as possible, in order: dragged, or moved by its buttons. */
export function Goals({ goals }: { readonly goals: AskForm["goals"] }): ReactNode {
  const { ask } = useAskVoice();
  const [dragged, setDragged] = useState<AssignmentObjective>();
  const left = ASSIGNMENT_OBJECTIVES.filter((goal) => !goalsIn(goals).includes(goal));
  return (
    <fieldset className="ask-goals">
      <legend>{ask("goals.title")}</legend>
      <p className="field-help">{ask("goals.about")}</p>
      <ol>
        {goals.map((line, at) => {
          const { goal } = line;
          const name = ask(`goal.${goal}`);
          return (
            // Its buttons do the same by keyboard and touch.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={goal}
              className={dragged === goal ? "ask-goal ask-dragged" : "ask-goal"}
              draggable
              onDragStart={({ dataTransfer }) => {
                // Some browsers drag nothing that carries nothing.
                dataTransfer.setData("application/x-goal", goal);
                dataTransfer.effectAllowed = "move";
                setDragged(goal);
              }}
              onDragEnd={() => setDragged(undefined)}
              onDragOver={(event) => {
                event.preventDefault();
                const from = goals.findIndex((other) => other.goal === dragged);
                if (from >= 0 && from !== at) set(moved(goals, from, at));
              }}
              onDrop={(event) => event.preventDefault()}
            >
              <span className="ask-grip" aria-hidden="true">
                ⠿
              </span>
              <span className="ask-goal-name">{name}</span>
              <GoalButton
                label={ask("goals.up", { goal: name })}
                sign="↑"
                off={at === 0}
                onPress={() => set(moved(goals, at, at - 1))}
              />
              <GoalButton
                label={ask("goals.down", { goal: name })}
                sign="↓"
                off={at === goals.length - 1}
                onPress={() => set(moved(goals, at, at + 1))}
              />
              <GoalButton
                label={ask("goals.remove", { goal: name })}
                sign="×"
                off={goals.length === 1}
                onPress={() => set(goals.filter((other) => other !== line))}
              />
              <Weighed
                line={line}
                left={left}
                onWeigh={(also) => set(goals.with(at, also ? { goal, also } : { goal }))}
              />
            </li>
          );
        })}
      </ol>
      {left.length > 0 && (
        <GoalSelect label={ask("goals.add")} value="" options={left} onChoose={(goal) => set([...goals, { goal }])} />
      )}
    </fieldset>
  );
}

interface WeighedProps {
  readonly line: AskGoal;
  readonly left: readonly AssignmentObjective[];
  readonly onWeigh: (also: AskGoal["also"]) => void;
}

/** What a concern is weighed together with, as a sentence, or the way to choose it. */
function Weighed({ line: { goal, also }, left, onWeigh }: WeighedProps): ReactNode {
  const { ask } = useAskVoice();
  const name = ask(`goal.${goal}`);
  if (!also)
    return (
      left.length > 0 && (
        <GoalSelect
          label={ask("goals.weigh")}
          about={name}
          value=""
          options={left}
          onChoose={(other) => onWeigh({ goal: other, worth: 1 })}
        />
      )
    );
  const other = ask(`goal.${also.goal}`);
  const [one, many] = [ask(`weigh.one.${also.goal}`), ask(`weigh.many.${goal}`)];
  return (
    <span className="ask-weighed">
      <span>{ask("goals.also", { goal: other })}</span>
      <GoalButton label={ask("goals.apart", { goal: other })} sign="×" off={false} onPress={() => onWeigh(undefined)} />
      <span className="ask-sentence">
        {ask("weigh.before", { one })}{" "}
        <NumberField
          value={also.worth}
          {...WORTH}
          label={ask("weigh.number", { one, many })}
          called={ask("rules.number")}
          onFill={(worth) => onWeigh({ ...also, worth })}
        />{" "}
        {many}
      </span>
    </span>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly sign: string;
  readonly off: boolean;
  readonly onPress: () => void;
}

/** Stays in focus where it can do nothing more, so that the keyboard loses no place. */
const GoalButton = ({ label, sign, off, onPress }: ButtonProps): ReactNode => (
  <button
    type="button"
    className="ask-mini"
    aria-label={label}
    aria-disabled={off}
    onClick={() => {
      if (!off) onPress();
    }}
  >
    <span aria-hidden="true">{sign}</span>
  </button>
);

interface SelectProps {
  readonly label: string;
  /** What it is chosen for, where several ask the same. */
  readonly about?: string;
  readonly value: AssignmentObjective | "";
  readonly options: readonly AssignmentObjective[];
  readonly onChoose: (goal: AssignmentObjective) => void;
}

function GoalSelect({ label, about, value, options, onChoose }: SelectProps): ReactNode {
  const { ask } = useAskVoice();
  return (
    <select
      className="inline-select ask-wide"
      aria-label={about === undefined ? label : `${label}: ${about}`}
      value={value}
      onChange={({ target }) => {
        const goal = options.find((each) => each === target.value);
        if (goal) onChoose(goal);
      }}
    >
      {value === "" && <option value="">+ {label}</option>}
      {options.map((goal) => (
        <option key={goal} value={goal}>
          {ask(`goal.${goal}`)}
        </option>
      ))}
    </select>
  );
}

/** Two concerns that are weighed against each other. */
export function Against({ against }: Pick<AskForm, "against">): ReactNode {
  const { ask } = useAskVoice();
  const [one, other] = against;
  return (
    <fieldset className="ask-goals">
      <legend>{ask("goals.two")}</legend>
      <GoalSelect
        label={ask("goals.two")}
        value={one}
        options={ASSIGNMENT_OBJECTIVES.filter((goal) => goal !== other)}
        onChoose={(goal) => session.write({ against: [goal, other] })}
      />
      <p>{ask("goals.and")}</p>
      <GoalSelect
        label={ask("goals.and")}
        value={other}
        options={ASSIGNMENT_OBJECTIVES.filter((goal) => goal !== one)}
        onChoose={(goal) => session.write({ against: [one, goal] })}
      />
    </fieldset>
  );
}
