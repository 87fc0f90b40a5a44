/**
 * The notification nodes of a service: how busy each is, which one gets the next sign-in, and how a
 * sign-in is handed over.
 */
package im.monarch.domain.nodes;
