package hk.itf.infra.local.command;

import hk.itf.infra.local.BusinessClockFile;
import hk.itf.infra.local.LocalStackException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** {@code clock [+90d]}: moves business time on if told to, and says what it is. */
record Clock(Desk desk) implements Command {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    @Override
    public int run(Words words) {
        words.plain(0).map(Clock::step).ifPresent(desk.clock()::advance);
        var offset = desk.clock().offset();
        var now = InstantSource.system().instant().plus(offset).atZone(HONG_KONG);
        desk.out().printf("offset         %s (%d days)%n", offset, offset.toDays());
        desk.out()
                .printf(
                        "business time  %s in Hong Kong%n",
                        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(now));
        return 0;
    }

    /** Going back is understood and refused; anything else that is no step is not understood. */
    private static Duration step(String text) {
        try {
            return BusinessClockFile.step(text);
        } catch (LocalStackException e) {
            if (text.startsWith("-")) {
                throw e;
            }
            throw new WrongWordsException(String.valueOf(e.getMessage()));
        }
    }
}
