package im.monarch.runtime.launch;

import im.monarch.protocol.vocabulary.HostPort;

/**
 * An address that a process listens on.
 *
 * @param role {@code dispatch}, {@code notification}, {@code passport-http}, {@code
 *     passport-https}, {@code management}
 * @param address with the port actually bound
 */
public record Bound(String role, HostPort address) {

  /** The start line. Scripts read it: it stays as it is. */
  @Override
  public String toString() {
    return "listening " + role + ' ' + address;
  }
}
