/** What only a server of several processes can get wrong. */
package im.monarch.conformance.cluster;
