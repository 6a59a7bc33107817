import "./style/tokens.css";
import "./style/base.css";
import "./style/buttons.css";
import "./style/forms.css";
import "./style/notices.css";
import "./style/window.css";
import "./style/lists.css";
import "./style/guide.css";
import "./style/blocks.css";
import "./style/preview.css";
import "./style/start.css";
import { mount } from "svelte";
import App from "./App.svelte";

const target = document.getElementById("app");
if (target) mount(App, { target });
