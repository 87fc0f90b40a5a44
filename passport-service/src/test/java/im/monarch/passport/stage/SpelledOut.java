package im.monarch.passport.stage;

import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.accounts.Passwords;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passwords that are their own hashes. Notes every check; can be busy, and can break. */
public final class SpelledOut implements Passwords {

  private final List<String> checked = new ArrayList<>();
  private boolean busy;
  private boolean broken;

  /** The passwords that were checked, in order. */
  public List<String> checked() {
    return checked;
  }

  public void beBusy(boolean value) {
    busy = value;
  }

  public void breakDown() {
    broken = true;
  }

  @Override
  public Future<PasswordHash> hash(String password) {
    return Future.succeededFuture(new PasswordHash(password));
  }

  @Override
  public Future<Verdict> verify(String password, Optional<PasswordHash> kept) {
    checked.add(password);
    if (broken) {
      return Future.failedFuture("out of order");
    }
    if (busy) {
      return Future.succeededFuture(new Verdict.Busy());
    }
    boolean right = kept.map(hash -> hash.encoded().equals(password)).orElse(false);
    return Future.succeededFuture(right ? new Verdict.Right() : new Verdict.Wrong());
  }
}
