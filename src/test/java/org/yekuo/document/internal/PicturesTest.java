package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What others see of a picture is what it shows, and nothing else. */
class PicturesTest {

    @Test
    void a_photo_taken_with_the_phone_turned_stands_upright_and_tells_no_place() throws IOException {
        // The left half is red, the right half blue; orientation 6: turned a quarter to the right, red is above.
        var photo = withNotes(jpeg(400, 200), 6, "GPS 31.82N 117.23E");
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS 31.82N");
        var out = new ByteArrayOutputStream();

        assertThat(Pictures.show(new ByteArrayInputStream(photo), out)).isTrue();

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain("GPS").doesNotContain("Exif");
        var shown = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(shown.getWidth()).isEqualTo(200);
        assertThat(shown.getHeight()).isEqualTo(400);
        assertThat(new Color(shown.getRGB(100, 50)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(100, 350)).getBlue()).isGreaterThan(200);
    }

    @Test
    void every_way_of_holding_a_camera_keeps_the_whole_picture() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            var out = new ByteArrayOutputStream();
            Pictures.show(new ByteArrayInputStream(withNotes(jpeg(300, 100), orientation, "")), out);
            var shown = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
            var where = orientation + " is " + shown.getWidth() + "×" + shown.getHeight();
            boolean red = false;
            boolean blue = false;
            for (int x : new int[] {10, shown.getWidth() - 10}) {
                for (int y : new int[] {10, shown.getHeight() - 10}) {
                    red |= new Color(shown.getRGB(x, y)).getRed() > 200 && new Color(shown.getRGB(x, y)).getBlue() < 90;
                    blue |= new Color(shown.getRGB(x, y)).getBlue() > 200 && new Color(shown.getRGB(x, y)).getRed() < 90;
                }
            }
            assertThat(red && blue).as(where).isTrue();
        }
    }

    @Test
    void a_large_picture_is_shown_smaller_and_a_broken_one_not_at_all() throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(Pictures.show(new ByteArrayInputStream(jpeg(5_000, 3_000)), out)).isTrue();
        assertThat(ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getWidth()).isLessThanOrEqualTo(Pictures.SIDE);
        assertThat(Pictures.show(new ByteArrayInputStream(new byte[] {1, 2, 3}), out)).isFalse();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }

    /** Puts a camera's notes behind the first marker. */
    private static byte[] withNotes(byte[] jpeg, int orientation, String place) {
        var text = place.getBytes(StandardCharsets.US_ASCII);
        var notes = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + text.length);
        notes.put((byte) 0xff).put((byte) 0xe1).putShort((short) (notes.capacity() - 2)).put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8)
                .putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0).put(text);
        return ByteBuffer.allocate(jpeg.length + notes.capacity()).put(jpeg, 0, 2).put(notes.array()).put(jpeg, 2, jpeg.length - 2).array();
    }
}
