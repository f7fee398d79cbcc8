/** An old configuration, of DAE 4: memberships come as {value, label}, nothing looks at ctx.method, no fields. */
export const vendorsDae4 = {
  scripts: {
    access: `function(ctx, callback) {
  if (ctx.payload.action !== 'read:user' && !ctx.payload.user.app_metadata) {
    return callback('This user has no vendor.');
  }
  return callback();
}`,
    filter: `function(ctx, callback) { return callback(null, 'app_metadata.vendor:"' + ctx.request.user.app_metadata.vendor + '"'); }`,
    memberships: `function(ctx, callback) { callback(null, [ ctx.request.user.app_metadata.vendor ]); }`,
    create: `// Puts users into the vendor that was picked.
function(ctx, callback) {
  var _ = require('lodash@4.8.2');
  var vendors = _.map(ctx.payload.memberships, 'value');
  if (vendors.length !== 1) {
    return callback(new Error('A user works for exactly one vendor.'));
  }
  callback(null, {
    email: ctx.payload.email,
    password: ctx.payload.password,
    connection: ctx.payload.connection,
    app_metadata: { vendor: vendors[0] }
  });
}`,
  },
};
