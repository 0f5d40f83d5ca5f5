/** What could become of messages that nobody sends. One waits, and its sender lives. */
export const messageDamages: readonly { proof: string; done: string; sql: string }[] = [
  {
    proof: 'messages.are-tried',
    done: 'a message is left lying',
    sql: `update message set next_try_at = next_try_at - interval '61 minutes'`,
  },
  {
    proof: 'messages.are-tried',
    done: 'a message is said to be on its way for ever',
    sql: `update message set state = 'sending', tries = 1, next_try_at = next_try_at - interval '61 minutes'`,
  },
];
