package im.monarch.passport;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/**
 * One event loop's share of the Passport service. Deploy as many as there are event loops, with one
 * {@link Passport} for all of them: they share the ports.
 */
public final class PassportVerticle extends VerticleBase {

  private final Passport passport;
  private final Duration lastWords;

  /**
   * @param lastWords how long requests under way may take when it ends
   */
  public PassportVerticle(Passport passport, Duration lastWords) {
    this.passport = passport;
    this.lastWords = lastWords;
  }

  @Override
  public Future<?> start() {
    return passport.open(vertx);
  }

  /** The first instance that ends speaks for all. */
  @Override
  public Future<?> stop() {
    return passport.finish(lastWords);
  }
}
