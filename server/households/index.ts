export { consentToStory, withdrawStory } from './consent-to-story.ts';
export { Household } from './household.entity.ts';
export { type RegisterHousehold, registerHousehold } from './register-household.ts';
