package im.monarch.deploy;

import im.monarch.domain.switchboards.Key;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.config.RoleName;
import im.monarch.runtime.launch.Wiring;
import im.monarch.switchboard.echo.EchoSettings;
import im.monarch.switchboard.echo.EchoVerticle;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** The account that answers what it is told, if the configuration names one. */
final class Echo {

  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

  private Echo() {}

  /**
   * Signs it in.
   *
   * @param notification where this process listens
   */
  static Future<Void> start(Wiring wiring, TicketMint mint, HostPort notification) {
    return wiring
        .config()
        .echo()
        .handle()
        .map(handle -> start(wiring, settings(wiring.config(), handle, mint, notification)))
        .orElse(Future.succeededFuture());
  }

  private static Future<Void> start(Wiring wiring, EchoSettings settings) {
    return settle(wiring, settings.handle())
        .compose(settled -> wiring.vertx().deployVerticle(new EchoVerticle(settings)))
        .mapEmpty();
  }

  private static EchoSettings settings(
      MonarchConfig config, Handle handle, TicketMint mint, HostPort notification) {
    return new EchoSettings(
        handle,
        dialable(notification),
        mint,
        config.challenge().products(),
        address -> inTheHouse(config, address));
  }

  /** Makes the account if it is not there, with a password that nobody knows. */
  private static Future<Void> settle(Wiring wiring, Handle handle) {
    var store = wiring.store();
    return store
        .accounts()
        .find(handle)
        .compose(
            account ->
                account.isPresent()
                    ? Future.succeededFuture()
                    : store
                        .passwords()
                        .hash(Key.fresh().text())
                        .compose(
                            hash ->
                                store
                                    .accounts()
                                    .register(handle, FriendlyName.ofPlain("Echo"), hash)))
        .mapEmpty();
  }

  /** A switchboard of this process is reached directly, whatever the world has to call it. */
  private static HostPort inTheHouse(MonarchConfig config, HostPort address) {
    var listen = listen(config);
    boolean ours =
        config.runs(RoleName.SWITCHBOARD)
            && advertise(config).map(HostPort::host).filter(address.host()::equals).isPresent();
    int port = listen.port() == 0 ? address.port() : listen.port();
    return dialable(ours ? new HostPort(listen.host(), port) : address);
  }

  private static HostPort listen(MonarchConfig config) {
    return config.sharesPort() ? config.notification().listen() : config.switchboard().listen();
  }

  private static Optional<HostPort> advertise(MonarchConfig config) {
    return config.sharesPort()
        ? config.notification().advertise()
        : config.switchboard().advertise();
  }

  private static HostPort dialable(HostPort address) {
    return EVERY_ADDRESS.contains(address.host())
        ? new HostPort("127.0.0.1", address.port())
        : address;
  }
}
