import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * What is wrong with a value, as a code with its numbers: `form.too-short?min=3`. The sentence is made where it is read.
 * Given to every parse as its error map; a code a schema states itself wins.
 */
export function issueCode(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? 'form.required' : `form.too-short?min=${issue.minimum}`;
      return `${isAmount(issue.origin) ? 'form.too-small' : 'form.too-few'}?min=${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `form.too-long?max=${issue.maximum}`;
      return `${isAmount(issue.origin) ? 'form.too-big' : 'form.too-many'}?max=${issue.maximum}`;
    case 'invalid_value':
      return issue.values.length === 1 && issue.values[0] === true ? 'form.tick' : 'form.choose';
    case 'invalid_format':
      return issue.format === 'email' ? 'form.email' : 'form.invalid';
    default:
      return 'form.invalid';
  }
}

function wrongType(issue: Extract<Issue, { code?: 'invalid_type' }>): string {
  if (issue.expected === 'boolean') return 'form.tick';
  if (issue.input === undefined || issue.input === null || issue.input === '') return 'form.required';
  if (issue.expected === 'int') return 'form.not-whole';
  return issue.expected === 'number' ? 'form.not-a-number' : 'form.invalid';
}

function isAmount(origin: string): boolean {
  return origin === 'number' || origin === 'int' || origin === 'bigint' || origin === 'date';
}
