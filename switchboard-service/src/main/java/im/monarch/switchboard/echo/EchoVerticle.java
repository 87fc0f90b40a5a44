package im.monarch.switchboard.echo;

import im.monarch.runtime.connection.Dialler;
import im.monarch.runtime.connection.Dialler.Wire;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the echo signed in. One instance is enough for everybody. */
public final class EchoVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(EchoVerticle.class);

  /** Whoever signs in with its account, or a server that is busy, has its peace for a while. */
  private static final long RETRY = 5_000;

  private static final long PING = 20_000;

  private final EchoSettings settings;
  private Dialler dialler;
  private boolean stopped;

  public EchoVerticle(EchoSettings settings) {
    this.settings = settings;
  }

  @Override
  public Future<?> start() {
    dialler = new Dialler(vertx);
    signIn();
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    stopped = true;
    return Future.succeededFuture();
  }

  private void signIn() {
    dialler
        .dial(settings.notification(), this::session)
        .onFailure(
            fault -> {
              LOG.atInfo().log("the echo cannot sign in: {}", fault.getMessage());
              signInLater();
            });
  }

  private EchoSession session(Wire wire) {
    long ping = vertx.setPeriodic(PING, tick -> wire.say("PNG"));
    return new EchoSession(
        settings,
        wire,
        this::converse,
        () -> {
          vertx.cancelTimer(ping);
          signInLater();
        });
  }

  private void signInLater() {
    if (!stopped) {
      vertx.setTimer(RETRY, now -> signIn());
    }
  }

  private void converse(EchoSession.Ring ring) {
    dialler
        .dial(
            settings.route().apply(ring.switchboard()),
            wire -> new EchoConversation(vertx, settings.handle(), ring, wire))
        .onFailure(
            fault ->
                LOG.atWarn()
                    .addKeyValue("switchboard", ring.switchboard())
                    .log("the echo cannot come: {}", fault.getMessage()));
  }
}
