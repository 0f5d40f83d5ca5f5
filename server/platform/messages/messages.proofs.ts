import { addMinutes } from '#server/kernel/calendar.ts';
import { type Proof, proof } from '../proof.ts';
import { sql } from '../sql.ts';

export const SEND_JOB = 'messages.send';
const WAITS_MINUTES_MAX = 60;

/** What must hold of messages. */
export const messagesProofs: Proof[] = [
  proof(
    // Where nobody works, the heartbeat that is missing says so, and says it better.
    'messages.are-tried',
    (now) => sql`select message.id as "where", concat_ws(' ', message.state, 'due', message.next_try_at) as "found",
          'a try within the hour' as "expected"
        from message join heartbeat on heartbeat.name = ${SEND_JOB} and heartbeat.due_at >= ${now}
        where message.state in ('waiting', 'sending') and message.next_try_at < ${addMinutes(now, -WAITS_MINUTES_MAX)}
        order by message.next_try_at`,
  ),
];
