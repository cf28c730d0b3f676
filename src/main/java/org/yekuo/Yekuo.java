package org.yekuo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program: 业扩报装, from first contact to the archived file. */
@SpringBootApplication
public class Yekuo {

    public static void main(String[] args) {
        SpringApplication.run(Yekuo.class, args);
    }
}
