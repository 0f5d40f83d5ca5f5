export { consentToStory, withdrawStory } from './consent-to-story.ts';
export { Household } from './household.entity.ts';
export { recognizeHousehold } from './recognize-household.ts';
export { type RegisterHousehold, registerHousehold } from './register-household.ts';
