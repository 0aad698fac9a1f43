import { PROBLEMS } from '@/lib/api/problem-codes'

const CODES = Object.entries(PROBLEMS)
  .map(([code, { status, means }]) => `| ${status} | \`${code}\` | ${means} |`)
  .join('\n')

/** What holds for every call, in the words of somebody who has to write the first one. */
export const INTRODUCTION = `
For shop platforms, ERPs and buyer apps. The clauses in brackets (R1.3) are those of the [after-sales rules](/rules).

## Keys
Send \`Authorization: Bearer <key>\`. A **platform key** speaks for the platform: orders, buyers' acts, support's acts, of
any shop. A **shop key** speaks for the merchant's side of that one shop, as an agent or as a manager. What belongs to
another shop is not there for you: 404, never 403.

## Money and time
Amounts are integers in fen (\`12800\` is ¥128.00) with a \`currency\` beside them. Instants are ISO 8601 in UTC with
milliseconds; in requests any offset will do. What has happened (\`paidAt\`, \`deliveredAt\`) lies not a millisecond ahead of
our clock: keep yours in step. A deadline includes its last instant: acting at exactly \`dueAt\` is in time
(R0.2). Whatever is overdue is decided before you are answered (R0.3), so no answer shows a clock that has run out; only
a mere target, the first answer to a service (R3.4), decides nothing and stays: \`dueAt\` in the past is overdue.

## Text
Text is trimmed, and its length counts code points after that. Fields and parameters that are not known are refused by
their name; of a name that comes twice in one object the last counts.

## Repeating a request
Give every \`POST\` an \`Idempotency-Key\` of your own making. A repeat with the same key, path and body gets the first
answer with \`Idempotent-Replayed: true\` and has no second effect, for 7 days. The same key with another body is 422
\`idempotencyMismatch\`, also where that has faults of its own; while the first request is under way it is 409 \`idempotencyInProgress\`. Answers of 2xx and 409
are kept; after any other, mend the request and send it again.

## Deciding on what you saw
Every case has a \`version\`. Send it with an act, and you are refused with 409 \`versionConflict\` when somebody decided
meanwhile. \`availableActions\` names the acts that the side of your key can do now, \`blockedActions\` those that lack a
condition, with the code that you would get.

## Lists
Newest first, unless \`sort\` says otherwise. \`limit\` is 1 to 100; \`nextCursor\` of an answer is the \`cursor\` of the next
page, null on the last one.

## Limits
\`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` tell how many requests your key has left and for how many
seconds. One too many is 429 with \`Retry-After\`.

## Errors
Every no is \`application/problem+json\` (RFC 9457): \`code\` is for programs, \`detail\` for developers, \`clause\` names the
rule that a refusal stands on, \`errors\` every fault of what was sent by its dotted path (\`lines.0.amountFen\`). 422 is a
fault of yours, 409 is how things stand. Every answer has an \`X-Request-Id\`.

<details>
<summary>Every code there is</summary>

| status | code | |
|---|---|---|
${CODES}

</details>
`.trim()
