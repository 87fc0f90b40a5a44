/** Rules and ports of the service: what holds whatever the wire, the store or the cluster. */
package im.monarch.domain;
