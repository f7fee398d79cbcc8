/** A configuration that calls a service, keeps custom data, masks users and does some things that are not to be had here. */
export const insurance = {
  scripts: {
    access: `async (ctx, callback) => {
  const { user, action } = ctx.payload;
  const axios = require('axios');
  const answer = await axios.get(\`https://directory.insurance.example/people/\${user.user_id}\`, {
    headers: { authorization: 'Bearer ' + ctx.request.user.access_token }
  });
  if (answer.data.hidden) return callback('This person is hidden.');
  if (action === 'read:user') return callback(null, Object.assign({}, user, { email: '***' }));
  return callback();
}`,
    write: `function(ctx, callback) {
  var ldap = require('ldapjs');
  var region = process.env.REGION;
  ctx.read().then(function(data) {
    data.count = (data.count || 0) + 1;
    return ctx.write(data);
  }).then(function() {
    if (ctx.method === 'update') return callback(null, ctx.payload);
    callback(null, Object.assign({}, ctx.defaultPayload, { email_verified: true, app_metadata: { roles: ['Agent'] } }));
  });
}`,
    settings: `function(ctx, callback) {
  callback(null, {
    css: 'https://cdn.insurance.example/style.css',
    suppressRawData: true,
    errorTranslator: (function(error, dictionary) { return error.message; }).toString(),
    userFields: [
      { property: 'user_metadata.branch', create: { type: 'select', options: ['North', 'South'] }, edit: false }
    ]
  });
}`,
    memberships: 'function(ctx, callback) {\n  callback(null, [;\n}',
    report: 'function(ctx, callback) { callback(); }',
  },
  customData: {},
};
