import type { Endpoint } from '../endpoint.ts';
import { addMembers, listMembers, removeMembers } from './members.ts';
import { getOrganization, listOrganizations, listUserOrganizations } from './read-organizations.ts';

export const organizationEndpoints: Endpoint[] = [
  listOrganizations,
  getOrganization,
  listMembers,
  addMembers,
  removeMembers,
  listUserOrganizations,
];
