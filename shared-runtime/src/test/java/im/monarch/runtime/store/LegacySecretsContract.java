package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.legacy.LegacySecret;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.runtime.legacy.SecretSeal;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of legacy secrets does. */
abstract class LegacySecretsContract extends StoreContract {

  private static final Optional<LegacySecret> TULIP = Optional.of(new LegacySecret("tulip"));
  private static final Optional<LegacySecret> ROSE = Optional.of(new LegacySecret("röse"));

  @TempDir private static Path folder;
  private static Vertx vertx;
  private static SecretSeal seal;

  @BeforeAll
  static void makeSeal() {
    vertx = Vertx.vertx();
    seal = new SecretSeal(vertx, folder.resolve("key"));
  }

  @AfterAll
  static void close() {
    vertx.close().await();
  }

  private LegacySecrets secrets() {
    return store().legacySecrets(seal);
  }

  @Test
  void anAccountHasNoneUntilItIsGivenOne() {
    var alice = register("alice");

    assertThat(secrets().of(alice).await()).isEmpty();
  }

  @Test
  void aSecretIsKept() {
    var alice = register("alice");

    assertThat(secrets().change(alice, TULIP).await()).isTrue();
    assertThat(secrets().of(alice).await()).isEqualTo(TULIP);
  }

  @Test
  void anotherSecretTakesItsPlace() {
    var alice = register("alice");
    secrets().change(alice, TULIP).await();

    secrets().change(alice, ROSE).await();

    assertThat(secrets().of(alice).await()).isEqualTo(ROSE);
  }

  @Test
  void aSecretCanBeTakenAway() {
    var alice = register("alice");
    secrets().change(alice, TULIP).await();

    assertThat(secrets().change(alice, Optional.empty()).await()).isTrue();
    assertThat(secrets().of(alice).await()).isEmpty();
    assertThat(secrets().change(alice, Optional.empty()).await()).isTrue();
  }

  @Test
  void everybodyHasTheirOwn() {
    var alice = register("alice");
    var bob = register("bob");

    secrets().change(alice, TULIP).await();
    secrets().change(bob, ROSE).await();

    assertThat(secrets().of(alice).await()).isEqualTo(TULIP);
    assertThat(secrets().of(bob).await()).isEqualTo(ROSE);
  }

  @Test
  void nobodyHasOneWithoutAnAccount() {
    assertThat(secrets().change(handle("nobody"), TULIP).await()).isFalse();
    assertThat(secrets().of(handle("nobody")).await()).isEmpty();
  }

  @Test
  void aRemovedAccountTakesItAlong() {
    var alice = register("alice");
    secrets().change(alice, TULIP).await();

    store().accounts().remove(alice).await();
    register("alice");

    assertThat(secrets().of(alice).await()).isEmpty();
  }
}
