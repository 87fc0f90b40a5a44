/**
 * A small HTTP front for clients of 1999 to 2005: one request per connection, one answer with exact
 * header case, then a close.
 *
 * <p>Pages are functions from {@link im.monarch.passport.http.HttpRequest} to {@link
 * im.monarch.passport.http.HttpAnswer}, found by path in {@link im.monarch.passport.http.Routes};
 * sockets are known here only. Why not the stock server: docs/adr/0005-passport-front.md.
 */
package im.monarch.passport.http;
