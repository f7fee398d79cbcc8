import { describe } from 'vitest';
import { testUserPageCalls } from '#lib/testing/user-page-calls.ts';

describe('a user’s page where the tenant’s own roles count', () => testUserPageCalls('on'));
