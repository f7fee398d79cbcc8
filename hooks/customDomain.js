/**
 * customDomain: under which domain does the tenant's mail to a user speak?
 *
 * Asked just before the tenant sends a mail, for that one call.
 *   ctx.method                'create', 'password-reset' or 'verify-email'
 *   ctx.request.user          the manager
 *   ctx.request.originalUser  the user as they are now; absent on 'create'
 *   ctx.payload               on 'create' what the manager filled in, without the password;
 *                             on 'password-reset' {connection, client}; else {}
 *
 * `callback(null, {customDomain: 'login.example.com'})` names one of the tenant's verified custom domains,
 * `callback(null, {useCanonicalDomain: true})` the tenant's own domain. `{}` or nothing leaves it to the
 * tenant's default.
 */
function (ctx, callback) {
  // The demo has no custom domains. A tenant with several brands lists them here, by department:
  var domains = {
    // Marketing: 'login.brand.example.com',
  };

  var user = ctx.request.originalUser || ctx.payload;
  var metadata = user.app_metadata || {};
  var department = metadata.department || (ctx.payload.memberships || [])[0];
  var own = Object.prototype.hasOwnProperty.call(domains, department);

  return callback(null, own ? { customDomain: domains[department] } : {});
}
