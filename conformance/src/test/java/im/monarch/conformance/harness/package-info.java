/**
 * Starts the server as its operators do, as processes of their own, and talks to it only through
 * its listeners. {@link im.monarch.conformance.harness.Servers} hands out running servers, {@link
 * im.monarch.conformance.harness.Topology} says of how many processes one consists.
 */
package im.monarch.conformance.harness;
