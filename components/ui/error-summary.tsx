'use client';
import { Banner } from './banner.tsx';

export type FieldProblem = { fieldId: string; label: string; message: string };

export type ErrorSummaryProps = {
  title: string;
  problems: FieldProblem[];
  takesFocus?: boolean;
};

/** Every field that needs another look, as links to them. */
export function ErrorSummary({ title, problems, takesFocus = true }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  return (
    <Banner tone="danger" title={title} takesFocus={takesFocus}>
      <ul className="flex flex-col gap-1">
        {problems.map((problem) => (
          <li key={problem.fieldId}>
            <a
              href={`#${problem.fieldId}`}
              className="rounded-[2px] underline decoration-danger-border underline-offset-3 hover:decoration-current"
              onClick={(event) => {
                const field = document.getElementById(problem.fieldId);
                if (!field) return;
                event.preventDefault();
                field.focus();
                field.scrollIntoView({ block: 'center' });
              }}
            >
              {problem.label}: {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
