export { Organization, type OrganizationKind, organizationKinds } from './organization.entity.ts';
