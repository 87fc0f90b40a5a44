package im.monarch.runtime.store;

import im.monarch.runtime.store.PostgresServer.Tls;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.ClientBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** PostgreSQL on other machines, through its reactive client; JDBC only for the migrations. */
final class PostgresDialect extends SqlDialect {

  /** A server that takes no writes: it was the primary, and another one is now. */
  private static final Set<String> LOST = Set.of("25006");

  private static final Set<String> NOT_LET_IN = Set.of("28P01", "28000");
  private static final String NO_DATABASE = "3D000";
  private static final String STARTING = "57P03";
  private static final Set<String> NOT_ALLOWED = Set.of("42501");

  private static final int PIPELINED = 16;
  private static final int LOCK_TIMEOUTS = 3;

  private final PostgresServer server;
  private final StoreConfig config;

  PostgresDialect(PostgresServer server, StoreConfig config) {
    this.server = server;
    this.config = config;
  }

  /**
   * Readings share connections and do not wait for each other's answers. A transaction has one for
   * itself: whoever waits for a lock there holds nobody up.
   */
  @Override
  Pools connect(Vertx vertx) {
    var reads = prepared(PgBuilder.client(), vertx).build();
    return new Pools(reads, prepared(PgBuilder.pool(), vertx).build());
  }

  private <C> ClientBuilder<C> prepared(ClientBuilder<C> builder, Vertx vertx) {
    int patience = (int) config.patience().toMillis();
    var network =
        new NetClientOptions()
            .setConnectTimeout(patience)
            .setTcpKeepAlive(true)
            .setTcpUserTimeout(patience);
    var hosts = server.hosts().stream().map(host -> options(host.host(), host.port())).toList();
    var ready = builder.using(vertx).with(network).with(pooling(config.connections()));
    return hosts.size() == 1
        ? ready.connectingTo(hosts.get(0))
        : ready.connectingTo(new PostgresPrimary(vertx, network, hosts, config.patience())::find);
  }

  /**
   * The server ends a statement before we lose patience, so that its silence means something, and a
   * transaction of a process that stopped in the middle of it, so that its locks are free again.
   */
  private PgConnectOptions options(String host, int port) {
    long patience = config.patience().toMillis();
    var options =
        new PgConnectOptions()
            .setHost(host)
            .setPort(port)
            .setDatabase(server.database())
            .setUser(server.user())
            .setCachePreparedStatements(true)
            .setPipeliningLimit(PIPELINED)
            .addProperty("application_name", "monarch")
            .addProperty("default_transaction_isolation", "read committed")
            .addProperty("statement_timeout", millis(patience * 3 / 4))
            .addProperty("lock_timeout", millis(patience / LOCK_TIMEOUTS))
            .addProperty("idle_in_transaction_session_timeout", millis(patience));
    server.password().ifPresent(options::setPassword);
    return encrypted(options);
  }

  /** 0 would mean for ever. */
  private static String millis(long time) {
    return Long.toString(Math.max(1, time));
  }

  private PgConnectOptions encrypted(PgConnectOptions options) {
    return switch (server.tls().mode()) {
      case OFF -> options.setSslMode(SslMode.DISABLE);
      case REQUIRED ->
          options
              .setSslMode(SslMode.REQUIRE)
              .setSslOptions(new ClientSSLOptions().setTrustAll(true));
      case VERIFIED -> {
        var tls = new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
        server
            .tls()
            .authorities()
            .ifPresent(
                file -> tls.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        yield options.setSslMode(SslMode.VERIFY_FULL).setSslOptions(tls);
      }
    };
  }

  @Override
  void prepare(FluentConfiguration migrations) {
    migrations.dataSource(jdbcUrl(), server.user(), server.password().orElse(null));
  }

  /** Without the password. */
  String jdbcUrl() {
    return "jdbc:"
        + place()
        + "?targetServerType=primary&ApplicationName=monarch&tcpKeepAlive=true&connectTimeout="
        + Math.max(1, config.patience().toSeconds())
        + encryption(server.tls());
  }

  private static String encryption(Tls tls) {
    return switch (tls.mode()) {
      case OFF -> "&sslmode=disable";
      case REQUIRED -> "&sslmode=require";
      case VERIFIED -> "&sslmode=verify-full&" + trust(tls.authorities());
    };
  }

  private static String trust(Optional<Path> authorities) {
    return authorities
        .map(file -> "sslrootcert=" + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8))
        .orElse("sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
  }

  @Override
  boolean isLost(String sqlState) {
    return LOST.contains(sqlState);
  }

  @Override
  boolean mayDieSilently() {
    return true;
  }

  @Override
  Optional<String> advice(Throwable failure) {
    var state = sqlState(failure);
    if (NOT_LET_IN.contains(state)) {
      return Optional.of("it does not let us in; look at store.user and store.password");
    }
    if (NOT_ALLOWED.contains(state)) {
      return Optional.of("store.user may not make or change tables there");
    }
    return switch (state) {
      case NO_DATABASE -> Optional.of("there is no such database; make it, or name another one");
      case STARTING -> Optional.of("it is starting; try again in a moment");
      case "" -> Optional.of(unreachable(failure));
      default -> Optional.empty();
    };
  }

  /** Without a word of the server there is only what the network says. */
  private static String unreachable(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "there is no connection to it ("
        + Optional.ofNullable(root.getMessage()).orElseGet(root::toString)
        + "); start it, or correct store.host, store.port and store.tls";
  }

  @Override
  String place() {
    return "postgresql://" + server.authority() + '/' + server.database();
  }
}
