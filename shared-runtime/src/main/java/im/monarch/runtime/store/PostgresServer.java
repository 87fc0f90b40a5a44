package im.monarch.runtime.store;

import im.monarch.protocol.vocabulary.HostPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A PostgreSQL database that any number of processes share.
 *
 * @param hosts the servers that may have it; where there are several, the one that takes writes is
 *     used
 * @param password none where the server asks for none
 */
public record PostgresServer(
    List<HostPort> hosts, String database, String user, Optional<String> password, Tls tls)
    implements StoreConfig.Place {

  /**
   * How the connection is protected.
   *
   * @param authorities PEM file of those who may have signed the server's certificate; none for
   *     those that Java knows. Only for {@link Mode#VERIFIED}
   */
  public record Tls(Mode mode, Optional<Path> authorities) {

    /** How much of it. */
    public enum Mode {
      OFF,
      /** Encrypted, to whoever answers. */
      REQUIRED,
      /** Encrypted, to a server whose certificate is good and names the host. */
      VERIFIED
    }

    public static final Tls OFF = new Tls(Mode.OFF, Optional.empty());
  }

  public PostgresServer {
    hosts = List.copyOf(hosts);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("store.host: '' (expected: at least one host)");
    }
  }

  /** The hosts as URLs have them: {@code db1:5432,db2:5432}. */
  String authority() {
    return hosts.stream().map(HostPort::toString).collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return "PostgresServer[postgresql://" + user + '@' + authority() + '/' + database + ']';
  }
}
