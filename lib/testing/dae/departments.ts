/** DAE's configuration of a company with departments, with every hook and fields of its own. */
export const departments = {
  scripts: {
    access: `function(ctx, callback) {
  // IT may do everything.
  var me = ctx.request.user.app_metadata || {};
  if (me.department === 'IT') {
    return callback();
  }
  if (ctx.payload.action === 'delete:user') {
    return callback(new Error('Only IT deletes users.'));
  }
  var department = ctx.payload.user.app_metadata && ctx.payload.user.app_metadata.department;
  if (!department || department !== me.department) {
    return callback(new Error('This user is not in your department.'));
  }
  return callback();
}`,
    filter: `function(ctx, callback) {
  var department = ctx.request.user.app_metadata && ctx.request.user.app_metadata.department;
  if (!department) return callback(new Error('You are in no department.'));
  if (department === 'IT') return callback();
  callback(null, 'app_metadata.department:"' + department + '"');
}`,
    memberships: `function(ctx, callback) {
  var own = ctx.payload.user.app_metadata && ctx.payload.user.app_metadata.department;
  if (!own) return callback(null, []);
  if (own === 'IT') return callback(null, { memberships: ['IT', 'HR', 'Finance'], createMemberships: true });
  return callback(null, [ own ]);
}`,
    create: `function(ctx, callback) {
  if (!ctx.payload.memberships || ctx.payload.memberships.length === 0) {
    return callback(new Error('Pick a department for the user.'));
  }
  var profile = {
    email: ctx.payload.email,
    password: ctx.payload.password,
    connection: ctx.payload.connection,
    user_metadata: ctx.payload.user_metadata,
    app_metadata: { department: ctx.payload.memberships[0] }
  };
  if (ctx.method === 'update') {
    // Only what is different is sent.
    Object.keys(profile).forEach(function(key) {
      if (profile[key] === undefined || profile[key] === ctx.request.originalUser[key]) delete profile[key];
    });
    delete profile.connection;
  }
  return callback(null, profile);
};
`,
    settings: `function(ctx, callback) {
  return callback(null, {
    dict: { title: 'People at ' + 'Meridian', memberships: 'Departments' },
    connections: [ 'Username-Password-Authentication' ],
    userFields: [
      { property: 'user_metadata.title', label: 'Title', create: true, edit: true, search: { display: true, filter: true } },
      { property: 'email', edit: false }
    ]
  });
}`,
  },
  customData: { departments: ['IT', 'HR', 'Finance'], since: 2019 },
};
