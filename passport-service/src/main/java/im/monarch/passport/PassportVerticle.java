package im.monarch.passport;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/**
 * One event loop's share of the Passport service. Deploy as many as there are event loops, with one
 * {@link Passport} for all of them: they share the ports.
 */
public final class PassportVerticle extends VerticleBase {

  private final Passport passport;

  public PassportVerticle(Passport passport) {
    this.passport = passport;
  }

  @Override
  public Future<?> start() {
    return passport.open(vertx);
  }
}
