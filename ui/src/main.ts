import { mount } from 'svelte';
import './lib/design/tokens.css';
import './lib/design/window.css';
import './lib/design/product.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (target) mount(App, { target });
