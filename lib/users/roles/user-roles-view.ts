/** A role of the tenant, as a manager sees it. */
export interface RoleView {
  id: string;
  name: string;
  description: string;
  /** Why this manager can neither give nor take it away, or `null`. */
  reasonAgainst: string | null;
}

/** The roles that the tenant assigns to one user. */
export interface UserRoles {
  roles: RoleView[];
}

/** One page of the tenant's roles that a manager can give. */
export interface AssignableRoles {
  roles: RoleView[];
  /** How many of this page give more than the manager has, and are left out. */
  withheldCount: number;
  /** The page after this one, or `null`. */
  nextPage: number | null;
}

export interface OrganizationView {
  id: string;
  name: string;
}

/** One page of the organizations that a user is a member of. */
export interface UserOrganizations {
  organizations: OrganizationView[];
  total: number;
  /** From 1. */
  page: number;
  perPage: number;
}

/** Some of the tenant's organizations. */
export interface JoinableOrganizations {
  organizations: OrganizationView[];
  /** To be sent for those after these, or `null`. */
  next: string | null;
}
