package im.monarch.protocol.vocabulary;

/**
 * Where a server listens, as XFR and RNG name it. The port is always written: a client that gets
 * none assumes 1863, some give up.
 *
 * @param host name or address, without a port
 * @param port 0 to 65535; 0 only in a configuration, where it means any free port
 */
public record HostPort(String host, int port) {

  private static final int MAX_PORT = 65_535;

  public HostPort {
    if (host.isBlank() || host.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("host: '" + host + "' (expected: a name or an address)");
    }
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port: " + port + " (expected: 0..65535)");
    }
  }

  /** Reads {@code host:port}; what stands behind the last colon is the port. */
  public static HostPort parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("'" + text + "' (expected: host:port)");
    }
    long port = Decimals.parse("port", text.substring(colon + 1));
    return new HostPort(text.substring(0, colon), (int) Math.min(port, MAX_PORT + 1));
  }

  @Override
  public String toString() {
    return host + ':' + port;
  }
}
