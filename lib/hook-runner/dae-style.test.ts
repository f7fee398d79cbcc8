import { afterAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { closeHookPool, toHookSource } from './load-hooks.ts';
import { runHook } from './run-hook.ts';

afterAll(closeHookPool);

const manager = (department?: string, email = 'kelly@example.com') => ({
  user_id: 'auth0|kelly',
  email,
  ...(department ? { app_metadata: { department } } : {}),
});

interface Case {
  text: string;
  ctx: JsonObject;
  answer?: Json;
  refusal?: string;
}

/** Texts in the manner in which hooks are written for Auth0's extension, each with what must come of it. */
const cases: Record<string, Case> = {
  'an access hook that compares departments': {
    text: `function(ctx, callback) {
  if (ctx.payload.action === 'delete:user') {
    return callback(new Error('You are not allowed to delete users.'));
  }
  // Find the department of the current user.
  var department = ctx.request.user.app_metadata && ctx.request.user.app_metadata.department;
  if (!department || !department.length) {
    ctx.log('No department for', ctx.request.user.email);
    return callback(new Error('The current user is not part of any department.'));
  }
  // IT may see everybody.
  if (department === 'IT') {
    return callback();
  }
  if (!ctx.payload.user.app_metadata || ctx.payload.user.app_metadata.department !== department) {
    return callback(new Error('You can only access users within your own department.'));
  }
  return callback();
}`,
    ctx: { request: { user: manager('Finance') }, payload: { action: 'read:user', user: manager('HR') } },
    refusal: 'You can only access users within your own department.',
  },
  'the same, for somebody in the department': {
    text: `function(ctx, callback) {
  var department = ctx.request.user.app_metadata && ctx.request.user.app_metadata.department;
  return callback(department === ctx.payload.user.app_metadata.department ? null : new Error('no'));
};`,
    ctx: {
      request: { user: manager('Finance') },
      payload: { action: 'read:user', user: manager('Finance') },
    },
  },
  'a filter hook that joins text': {
    text: `/**
 * Only people of one's own department.
 */
function filterByDepartment(ctx, callback) {
  var department = ctx.request.user.app_metadata && ctx.request.user.app_metadata.department;
  if (!department) {
    return callback(new Error('The current user is not part of any department.'));
  }
  return callback(null, 'app_metadata.department:"' + department + '"');
}`,
    ctx: { request: { user: manager('Finance') } },
    answer: 'app_metadata.department:"Finance"',
  },
  'a write hook with a switch and object spread': {
    text: `function(ctx, callback) {
  const { method, payload, request } = ctx;
  const department = request.user.app_metadata?.department;
  switch (method) {
    case 'create':
      return callback(null, {
        ...ctx.defaultPayload,
        app_metadata: { ...payload.app_metadata, department: payload.memberships[0] || department },
      });
    case 'update':
      return callback(null, payload);
    default:
      return callback(new Error(\`Unknown method \${method}\`));
  }
}`,
    ctx: {
      method: 'create',
      request: { user: manager('Finance') },
      payload: { email: 'a@b.c', memberships: ['Finance'] },
      defaultPayload: { email: 'a@b.c', connection: 'users' },
    },
    answer: { email: 'a@b.c', connection: 'users', app_metadata: { department: 'Finance' } },
  },
  'a write hook that builds the user member by member': {
    text: `function(ctx, callback) {
  var newProfile = {
    email: ctx.payload.email,
    password: ctx.payload.password,
    connection: ctx.payload.connection,
    user_metadata: ctx.payload.user_metadata,
    app_metadata: {}
  };
  if (ctx.payload.memberships && ctx.payload.memberships.length > 1) {
    return callback(new Error('Only one department, please.'));
  }
  newProfile.app_metadata.department = ctx.payload.memberships[0];
  return callback(null, newProfile);
}`,
    ctx: { payload: { email: 'a@b.c', password: 'x', connection: 'users', memberships: ['HR'] } },
    answer: { email: 'a@b.c', password: 'x', connection: 'users', app_metadata: { department: 'HR' } },
  },
  'a memberships hook that gives IT all departments': {
    text: `function(ctx, callback) {
  var department = (ctx.payload.user.app_metadata || {}).department;
  if (department === 'IT') {
    return callback(null, { createMemberships: true, memberships: [ 'IT', 'HR', 'Finance', 'Marketing' ] });
  }
  callback(null, [ department ]);
}`,
    ctx: { payload: { user: manager('IT') } },
    answer: { createMemberships: true, memberships: ['IT', 'HR', 'Finance', 'Marketing'] },
  },
  'a settings hook with functions as text': {
    text: `function(ctx, callback) {
  var result = {
    dict: { title: ctx.request.user.email + ' dashboard', memberships: 'Departments', menuName: 'Manage' },
    connections: [ 'Username-Password-Authentication' ],
    userFields: [
      {
        property: 'app_metadata.department',
        label: 'Department',
        display: (function(user, value) { return value[0] || 'none'; }).toString(),
        search: { display: true, sort: true, filter: true }
      }
    ]
  };
  return callback(null, result);
}`,
    ctx: { request: { user: manager('IT') }, locale: 'en' },
    answer: {
      dict: { title: 'kelly@example.com dashboard', memberships: 'Departments', menuName: 'Manage' },
      connections: ['Username-Password-Authentication'],
      userFields: [
        {
          property: 'app_metadata.department',
          label: 'Department',
          display: "function(user, value) { return value[0] || 'none'; }",
          search: { display: true, sort: true, filter: true },
        },
      ],
    },
  },
  'a hook in strict mode with helpers below': {
    text: `(ctx, callback) => {
  'use strict';
  try {
    callback(null, departmentsOf(ctx.payload.user));
  } catch (err) {
    callback(err);
  }
};

function departmentsOf(user) {
  if (!user.app_metadata) throw new Error(describe(user) + ' has no department');
  return [user.app_metadata.department];
}

function describe(user) { return user.email; }`,
    ctx: { payload: { user: manager(undefined, 'noor@example.com') } },
    refusal: 'noor@example.com has no department',
  },
  'a hook that caches in ctx.global': {
    text: `function(ctx, callback) {
  if (ctx.global.departments) {
    ctx.log('from the cache');
    return callback(null, ctx.global.departments);
  }
  setTimeout(function() {
    ctx.global.departments = [ 'Finance', 'HR' ];
    return callback(null, ctx.global.departments);
  }, 1);
}`,
    ctx: {},
    answer: ['Finance', 'HR'],
  },
  'a hook that keeps custom data with promises': {
    text: `function(ctx, callback) {
  ctx.read()
    .then(function(data) {
      data.departments = data.departments || ['Finance'];
      return data;
    })
    .then(data => callback(null, data.departments))
    .catch(err => callback(err));
}`,
    ctx: {},
    answer: ['Finance'],
  },
  'an async hook that returns': {
    text: `async function access(ctx) {
  const department = await Promise.resolve(ctx.request.user.app_metadata.department);
  if (department !== 'IT') throw Object.assign(new Error('Only IT.'), { status: 403 });
  return true;
}`,
    ctx: { request: { user: manager('IT') } },
    answer: true,
  },
  'a custom-domain hook': {
    text: `function(ctx, callback) {
  var domains = { 'Finance': 'login.finance.example.com' };
  var department = ctx.request.user.app_metadata.department;
  callback(null, domains[department] ? { customDomain: domains[department] } : { useCanonicalDomain: true });
}
`,
    ctx: { method: 'create', request: { user: manager('HR') } },
    answer: { useCanonicalDomain: true },
  },
  'a hook that refuses with a plain text': {
    text: `function(ctx, callback) { if (!/@example\\.com$/i.test(ctx.payload.email)) { return callback('Only addresses of example.com.'); } callback(null, ctx.payload); }`,
    ctx: { payload: { email: 'a@other.com' } },
    refusal: 'Only addresses of example.com.',
  },
};

describe('hooks in the manner of the extension', () => {
  it.each(Object.entries(cases))('%s runs as it stands', async (_name, { text, ctx, answer, refusal }) => {
    const { outcome } = await runHook(toHookSource('write', text), ctx);
    if (refusal !== undefined)
      expect(outcome).toMatchObject({ ok: false, error: { code: 'refused', message: refusal } });
    else expect(outcome).toEqual({ ok: true, answer });
  });
});
